package io.tenantproof.vector;

import io.tenantproof.argocd.Application;
import io.tenantproof.argocd.Application.Operation;
import io.tenantproof.isolation.Observation;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * What it means that Argo CD says something of an Application; empty where it has said nothing yet.
 * Only a guardrail's own words count as its refusal: an Application that fails for another reason
 * shows nothing of the guardrail.
 */
sealed interface ArgoCdAnswer {

  /** What it means. */
  Optional<Observation> meaning(Application application);

  /**
   * Refused before it was compared, or compared.
   *
   * @param refusal words of the guardrail
   * @param letIn words of an error that comes only after the guardrail; empty where there are none
   */
  record Compared(String refusal, Optional<String> letIn) implements ArgoCdAnswer {

    private static final Set<String> COMPARED = Set.of("Synced", "OutOfSync");

    static Compared unless(String refusal) {
      return new Compared(refusal, Optional.empty());
    }

    Compared orLetIn(String words) {
      return new Compared(refusal, Optional.of(words));
    }

    @Override
    public Optional<Observation> meaning(Application application) {
      List<String> errors = application.conditions().stream().filter(Compared::isError).toList();
      return first(errors, error -> error.contains(refusal))
          .map(Observation::refused)
          .or(
              () ->
                  letIn
                      .flatMap(words -> first(errors, error -> error.contains(words)))
                      .map(error -> Observation.allowed("let in: " + error)))
          .or(() -> errors.isEmpty() ? compared(application) : Optional.empty());
    }

    // "ComparisonError: …"; the types of what is no error end in Warning.
    private static boolean isError(String condition) {
      return condition.split(":", 2)[0].endsWith("Error");
    }

    private static Optional<Observation> compared(Application application) {
      return COMPARED.contains(application.sync())
          ? Optional.of(Observation.allowed("let in and compared: " + application.sync()))
          : Optional.empty();
    }
  }

  /**
   * A sync that was tried out. Argo CD looks at all objects before it applies the first.
   *
   * @param kind of the object in question
   * @param refusal words of the guardrail
   */
  record TriedOut(String kind, String refusal) implements ArgoCdAnswer {

    private static final String BY_KUBERNETES = " is forbidden: ";

    @Override
    public Optional<Observation> meaning(Application application) {
      Operation sync = application.operation();
      return switch (sync.phase()) {
        case "Succeeded" -> Optional.of(Observation.allowed("the dry run of its sync succeeded"));
        case "Failed", "Error" -> Optional.of(failed(sync));
        default -> Optional.empty();
      };
    }

    private Observation failed(Operation sync) {
      List<String> ofKind =
          sync.failures().stream().filter(one -> one.startsWith(kind + " ")).toList();
      return first(ofKind, one -> one.contains(refusal) || one.contains(BY_KUBERNETES))
          .map(Observation::refused)
          .orElseGet(
              () ->
                  Observation.failed(
                      "the dry run of its sync ended in %s, but no %s was refused with \"%s\": %s"
                          .formatted(
                              sync.phase(),
                              kind,
                              refusal,
                              shown(ofKind.isEmpty() ? sync.message() : ofKind.getFirst()))));
    }
  }

  /** Taken notice of, whatever comes of it. */
  record Noticed() implements ArgoCdAnswer {

    @Override
    public Optional<Observation> meaning(Application application) {
      boolean noticed =
          !application.sync().isEmpty()
              || !application.health().isEmpty()
              || !application.conditions().isEmpty()
              || !application.operation().phase().isEmpty();
      return noticed
          ? Optional.of(Observation.allowed("Argo CD says: " + shown(application.toString())))
          : Optional.empty();
    }
  }

  private static Optional<String> first(List<String> texts, Predicate<String> wanted) {
    return texts.stream().filter(wanted).findFirst().map(ArgoCdAnswer::shown);
  }

  /** A text of Argo CD for people: not all of it. */
  private static String shown(String text) {
    int longest = 300;
    return text.length() <= longest ? text : text.substring(0, longest) + "…";
  }
}
