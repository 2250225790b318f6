package io.tenantproof.vector;

import io.tenantproof.isolation.Observation;
import io.tenantproof.probe.ProbePods;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Runs trials: all of one place together in one call of its probe, and all places at once. So the
 * time grows with the number of tenants at most, not with the number of pairs.
 *
 * @param probes that try
 */
record Trials(ProbePods probes) {

  /** Tries all ways and their controls. */
  Map<Way.Trial, Observation> run(List<Way> ways) {
    Map<String, List<Way.Trial>> byPlace =
        ways.stream()
            .flatMap(way -> Stream.concat(Stream.of(way.trial()), way.control().stream()))
            .distinct()
            .collect(Collectors.groupingBy(Way.Trial::place));
    return Together.each(
            byPlace.entrySet(), one -> List.copyOf(at(one.getKey(), one.getValue()).entrySet()))
        .stream()
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  private Map<Way.Trial, Observation> at(String place, List<Way.Trial> trials) {
    Map<String, Observation> answers =
        probes
            .at(place)
            .map(probe -> probe.run(trials.stream().map(Way.Trial::check).toList()))
            .orElse(Map.of());
    Observation none = Observation.failed(probes.trouble(place));
    return trials.stream()
        .collect(Collectors.toMap(trial -> trial, trial -> answers.getOrDefault(trial.id(), none)));
  }
}
