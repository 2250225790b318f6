package io.tenantproof.wait;

import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * What is expected, and how to look at it.
 *
 * @param what in words, as in "Application tenant-a is Synced"
 * @param look looks once; an exception counts as not yet, with its message as what was seen
 */
public record Expectation(String what, Supplier<Outcome> look) {

  /** Something is so. */
  public static Expectation that(String what, BooleanSupplier state) {
    return new Expectation(
        what,
        () -> {
          boolean so = state.getAsBoolean();
          return Outcome.of(so, so ? "so it is" : "it is not so");
        });
  }

  /** A list is empty; what is in it is what was seen. */
  public static Expectation none(String what, Supplier<? extends List<?>> open) {
    return new Expectation(
        what,
        () -> {
          List<?> left = open.get();
          return Outcome.of(left.isEmpty(), left.isEmpty() ? "none" : left.toString());
        });
  }

  /** All of them at the same look. */
  public static Expectation allOf(String what, List<Expectation> parts) {
    return new Expectation(what, () -> together(parts));
  }

  private static Outcome together(List<Expectation> parts) {
    List<Outcome> outcomes = parts.stream().map(part -> part.look().get()).toList();
    String open =
        outcomes.stream()
            .filter(outcome -> !(outcome instanceof Outcome.Satisfied))
            .map(Outcome::seen)
            .collect(Collectors.joining("; "));
    if (outcomes.stream().anyMatch(Outcome.Failed.class::isInstance)) {
      return new Outcome.Failed(open);
    }
    return open.isEmpty()
        ? new Outcome.Satisfied(
            outcomes.stream().map(Outcome::seen).collect(Collectors.joining("; ")))
        : new Outcome.Pending(open);
  }
}
