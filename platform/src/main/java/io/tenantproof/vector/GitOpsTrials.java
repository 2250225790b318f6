package io.tenantproof.vector;

import io.fabric8.kubernetes.client.KubernetesClientException;
import io.tenantproof.argocd.Application;
import io.tenantproof.argocd.ArgoCd;
import io.tenantproof.isolation.Finding;
import io.tenantproof.isolation.Observation;
import io.tenantproof.probe.Run;
import io.tenantproof.wait.Await;
import io.tenantproof.wait.Expectation;
import io.tenantproof.wait.NotMet;
import io.tenantproof.wait.Outcome;
import io.tenantproof.wait.Together;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;

/**
 * Makes all throw-away Applications at once and waits for what Argo CD says of them: however many
 * there are, a look is one request.
 *
 * @param argoCd that is asked
 * @param run that asks
 * @param patience for what Argo CD says
 * @param held how long Argo CD takes no notice where it must take none
 * @param again after what time it is asked anew about those that it could not compare
 */
record GitOpsTrials(ArgoCd argoCd, Run run, Duration patience, Duration held, Duration again) {

  // A git server that does not answer costs Argo CD 15 s (its ARGOCD_GIT_REQUEST_TIMEOUT), and it
  // looks at an Application again after half a minute: by itself it would have one try.
  private static final Duration PATIENCE = Duration.ofSeconds(75);
  private static final Duration HELD = Duration.ofSeconds(5);
  private static final Duration AGAIN = Duration.ofSeconds(5);

  static GitOpsTrials of(ArgoCd argoCd, Run run) {
    return new GitOpsTrials(argoCd, run, PATIENCE, HELD, AGAIN);
  }

  /** Tries all ways and their controls. */
  List<Finding> findings(List<GitOpsWay> ways) {
    Map<String, Observation> troubles = make(ways);
    Map<String, Application> said = await(ways, troubles);
    // All controls have been looked at by now: what has been passed over till here was not late.
    return Together.each(
        ways,
        way -> {
          Observation control = read(way, way.control(), said, troubles);
          Observation own =
              way.isUnnoticed() && !troubles.containsKey(way.trial().name())
                  ? unnoticed(way)
                  : read(way, way.trial(), said, troubles);
          return List.of(way.finding(own, control));
        });
  }

  /** What could not be made, and why. */
  private Map<String, Observation> make(List<GitOpsWay> ways) {
    // First, and long before what refers to it, for Argo CD watches the two kinds apart.
    argoCd.client().resource(new OpenProject(run).resource()).create();
    Map<String, TrialApplication> all = new LinkedHashMap<>();
    ways.forEach(way -> all.put(way.trial().name(), way.trial()));
    ways.forEach(way -> all.put(way.control().name(), way.control()));
    Map<String, Observation> troubles = new LinkedHashMap<>();
    all.forEach(
        (name, one) -> {
          try {
            argoCd.client().resource(one.resource(run)).create();
          } catch (KubernetesClientException refused) {
            troubles.put(
                name,
                Observation.failed(
                    "the Application %s could not be made in %s: %s"
                        .formatted(name, one.namespace(), refused.getMessage())));
          }
        });
    return troubles;
  }

  private Map<String, Application> look() {
    return argoCd.labelled(Run.LABEL, run.id());
  }

  private Map<String, Application> await(List<GitOpsWay> ways, Map<String, Observation> troubles) {
    AtomicReference<Map<String, Application>> last = new AtomicReference<>(Map.of());
    AtomicReference<Instant> asked = new AtomicReference<>(Instant.now());
    Expectation said =
        new Expectation(
            "Argo CD says something of each throw-away Application",
            () -> {
              Map<String, Application> seen = look();
              last.set(seen);
              List<String> open =
                  ways.stream()
                      .flatMap(way -> open(way, seen))
                      .filter(name -> !troubles.containsKey(name))
                      .distinct()
                      .toList();
              if (asked.get().plus(again).isBefore(Instant.now())) {
                askAgain(open, seen);
                asked.set(Instant.now());
              }
              return Outcome.of(open.isEmpty(), "nothing yet of " + open);
            });
    try {
      Await.atMost(patience).until(said);
    } catch (NotMet late) {
      // Reported with each way that it concerns.
      return last.get();
    }
    return last.get();
  }

  // What keeps it from comparing may pass, as a connection that broke does.
  private void askAgain(List<String> open, Map<String, Application> seen) {
    open.stream()
        .map(seen::get)
        .filter(Objects::nonNull)
        .filter(application -> !application.conditions().isEmpty())
        .forEach(application -> argoCd.refresh(application.name()));
  }

  private static Stream<String> open(GitOpsWay way, Map<String, Application> seen) {
    Stream<TrialApplication> awaited =
        way.isUnnoticed() ? Stream.of(way.control()) : Stream.of(way.trial(), way.control());
    return awaited.map(TrialApplication::name).filter(name -> meaning(way, seen, name).isEmpty());
  }

  private static Optional<Observation> meaning(
      GitOpsWay way, Map<String, Application> seen, String name) {
    return Optional.ofNullable(seen.get(name)).flatMap(way.answer()::meaning);
  }

  private Observation read(
      GitOpsWay way,
      TrialApplication one,
      Map<String, Application> said,
      Map<String, Observation> troubles) {
    return Optional.ofNullable(troubles.get(one.name()))
        .or(() -> meaning(way, said, one.name()))
        .orElseGet(
            () ->
                Observation.failed(
                    "Argo CD did not say within %d s whether it lets it in: %s"
                        .formatted(
                            patience.toSeconds(),
                            Optional.ofNullable(said.get(one.name()))
                                .map(Application::toString)
                                .orElse("there is no Application " + one.name()))));
  }

  private Observation unnoticed(GitOpsWay way) {
    String name = way.trial().name();
    AtomicReference<Optional<Observation>> noticed = new AtomicReference<>(Optional.empty());
    try {
      Await.atMost(held)
          .holds(
              new Expectation(
                  "Argo CD takes no notice of the Application " + name,
                  () -> {
                    Map<String, Application> seen = look();
                    if (!seen.containsKey(name)) {
                      return new Outcome.Failed("there is no Application " + name);
                    }
                    noticed.set(meaning(way, seen, name));
                    return Outcome.of(
                        noticed.get().isEmpty(),
                        noticed.get().map(Observation::seen).orElse("it has no status"));
                  }));
      return new Observation(
          Observation.State.DROPPED,
          "it has no status, and got none in %d s".formatted(held.toSeconds()),
          held);
    } catch (NotMet ended) {
      return noticed.get().orElseGet(() -> Observation.failed(String.valueOf(ended.getMessage())));
    }
  }
}
