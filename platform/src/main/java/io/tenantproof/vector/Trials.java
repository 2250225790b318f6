package io.tenantproof.vector;

import io.tenantproof.isolation.Observation;
import io.tenantproof.probe.ProbePods;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
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
    Map<Way.Trial, Observation> seen = new HashMap<>();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<Map<Way.Trial, Observation>>> open =
          byPlace.entrySet().stream()
              .map(one -> threads.submit(at(one.getKey(), one.getValue())))
              .toList();
      for (Future<Map<Way.Trial, Observation>> one : open) {
        seen.putAll(one.get());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while probes were at work", e);
    } catch (ExecutionException e) {
      throw new IllegalStateException(e.getCause());
    }
    return seen;
  }

  private Callable<Map<Way.Trial, Observation>> at(String place, List<Way.Trial> trials) {
    return () -> {
      Map<String, Observation> answers =
          probes
              .at(place)
              .map(probe -> probe.run(trials.stream().map(Way.Trial::check).toList()))
              .orElse(Map.of());
      Observation none = Observation.failed(probes.trouble(place));
      return trials.stream()
          .collect(
              Collectors.toMap(trial -> trial, trial -> answers.getOrDefault(trial.id(), none)));
    };
  }
}
