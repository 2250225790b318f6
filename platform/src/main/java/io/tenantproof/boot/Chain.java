package io.tenantproof.boot;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Milestones in the order of what waits for what.
 *
 * @param waits what waits for what
 * @param all by their mark, in the order in which they are told
 */
record Chain(Waits waits, Map<Mark, Milestone> all) {

  // What Kubernetes writes has whole seconds: a time may be up to one too early.
  private static final Duration RESOLUTION = Duration.ofSeconds(1);

  // A sync is recorded when it is over; what it made may be healthy some seconds before.
  private static final Duration EARLY = Duration.ofSeconds(10);

  static Chain of(Waits waits, Collection<Milestone> milestones) {
    Map<Mark, Milestone> all = new LinkedHashMap<>();
    milestones.forEach(one -> all.put(one.mark(), one));
    return new Chain(waits, all);
  }

  /**
   * What belongs to the boot. Kubernetes keeps the last change of a condition: a milestone that
   * comes long after one that waited for it, or later after its own predecessor than the kit waits
   * for anything, tells of a later change.
   *
   * @param longest wait of the kit
   */
  Chain ofTheBoot(Duration longest) {
    Map<Mark, Milestone> kept = new LinkedHashMap<>();
    all.forEach(
        (mark, one) ->
            kept.put(
                mark,
                isOvertaken(mark) ? one.forgotten("has changed since: " + one.source()) : one));
    for (Mark mark : kept.keySet().stream().sorted(Comparator.comparingInt(this::depth)).toList()) {
      Chain sofar = new Chain(waits, kept);
      if (sofar.took(mark).compareTo(longest) > 0) {
        Milestone late = Objects.requireNonNull(kept.get(mark));
        kept.put(mark, late.forgotten("came later than the boot: " + late.source()));
      }
    }
    return new Chain(waits, kept);
  }

  /** How many milestones are in the longest chain that ends with one. */
  int depth(Mark mark) {
    return 1 + waits.of(mark).stream().mapToInt(this::depth).max().orElse(0);
  }

  private boolean isOvertaken(Mark mark) {
    return time(mark)
        .filter(
            at ->
                all.keySet().stream()
                    .filter(other -> waits.of(other).contains(mark))
                    .flatMap(other -> time(other).stream())
                    .anyMatch(next -> next.plus(EARLY).isBefore(at)))
        .isPresent();
  }

  /** When a milestone was reached. */
  Optional<Instant> time(Mark mark) {
    return Optional.ofNullable(all.get(mark)).flatMap(Milestone::time);
  }

  /**
   * What a milestone waited for: of those before it the one that came last. One that is not known,
   * or came later itself, stands for those that it waited for.
   */
  Optional<Mark> from(Mark mark) {
    Instant own = time(mark).orElse(Instant.MIN);
    return before(mark, own.isBefore(Instant.EPOCH) ? own : own.plus(RESOLUTION)).stream()
        .max(Comparator.comparing(one -> time(one).orElse(Instant.MIN)));
  }

  private List<Mark> before(Mark mark, Instant latest) {
    return waits.of(mark).stream()
        .flatMap(
            one ->
                time(one).filter(at -> !at.isAfter(latest)).isPresent()
                    ? Stream.of(one)
                    : before(one, latest).stream())
        .distinct()
        .toList();
  }

  /** How long a milestone took from what it waited for; nothing where that is not known. */
  Duration took(Mark mark) {
    return time(mark)
        .flatMap(at -> from(mark).flatMap(this::time).map(from -> Duration.between(from, at)))
        .filter(took -> !took.isNegative())
        .orElse(Duration.ZERO);
  }

  /** The way to the milestone that came last, from the first on. */
  List<Mark> critical() {
    List<Mark> path = new ArrayList<>();
    Optional<Mark> at =
        all.keySet().stream()
            .filter(mark -> time(mark).isPresent())
            .max(
                Comparator.<Mark, Instant>comparing(mark -> time(mark).orElse(Instant.MIN))
                    .thenComparingInt(this::depth));
    while (at.isPresent()) {
      path.addFirst(at.get());
      at = from(at.get());
    }
    return List.copyOf(path);
  }
}
