package io.tenantproof.vector;

import io.tenantproof.isolation.Expected;
import io.tenantproof.isolation.Observation;
import io.tenantproof.probe.Check;
import io.tenantproof.probe.Pace;
import io.tenantproof.probe.ProbePods;
import io.tenantproof.wait.Together;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Runs trials: all of one place in one call of its probe, and all places at once.
 *
 * @param probes that try
 */
record Trials(ProbePods probes) {

  // Each packet of a new connection is looked at by a program on the node, the policy agent: it
  // must
  // keep up, or packets are lost that no policy stops. It has a queue for a thousand.
  private static final int STARTS_PER_SECOND = 1200;
  private static final int AT_ONCE = 4096;

  // What passes ends at once, however long it may take.
  private static final Duration PATIENCE = Duration.ofSeconds(6);
  private static final Duration ATTEMPT = Duration.ofSeconds(2);

  /** Tries all ways and their controls. */
  Map<Way.Trial, Observation> run(List<Way> ways) {
    Map<String, List<Way.Trial>> byPlace =
        ways.stream()
            .flatMap(way -> Stream.concat(Stream.of(way.trial()), way.control().stream()))
            .distinct()
            .collect(Collectors.groupingBy(Way.Trial::place));
    Set<Way.Trial> passing = passing(ways);
    int all = byPlace.values().stream().mapToInt(List::size).sum();
    return Together.each(
            byPlace.entrySet(),
            one ->
                List.copyOf(
                    at(one.getKey(), one.getValue(), passing, pace(one.getValue().size(), all))
                        .entrySet()))
        .stream()
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  // In proportion, so that all places end together.
  private static Pace pace(int trials, int all) {
    return new Pace(
        Math.clamp((long) AT_ONCE * trials / all, 1, Pace.ANY.together()),
        Duration.ofSeconds(all).dividedBy((long) STARTS_PER_SECOND * trials));
  }

  // Those that must get through: a busy cluster is no verdict.
  private static Set<Way.Trial> passing(List<Way> ways) {
    Set<Way.Trial> passing =
        ways.stream().flatMap(Way::passing).collect(Collectors.toCollection(HashSet::new));
    ways.stream()
        .filter(way -> way.expected() != Expected.OPEN)
        .forEach(way -> passing.remove(way.trial()));
    return passing;
  }

  private Map<Way.Trial, Observation> at(
      String place, List<Way.Trial> trials, Set<Way.Trial> passing, Pace pace) {
    List<Check> checks =
        trials.stream()
            .map(
                trial ->
                    passing.contains(trial)
                        ? trial.check().within(ATTEMPT, PATIENCE)
                        : trial.check())
            .toList();
    Map<String, Observation> answers =
        probes.at(place).map(probe -> probe.run(checks, pace)).orElse(Map.of());
    Observation none = Observation.failed(probes.trouble(place));
    return trials.stream()
        .collect(Collectors.toMap(trial -> trial, trial -> answers.getOrDefault(trial.id(), none)));
  }
}
