package io.tenantproof.vector;

import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodBuilder;
import io.fabric8.kubernetes.api.model.ResourceRequirements;
import io.tenantproof.probe.ProbeSpec;
import io.tenantproof.probe.Run;
import java.util.ArrayList;
import java.util.List;

/**
 * A pod that takes all it can get of one thing and names no limit of its own.
 *
 * @param namespace where
 * @param name of what it takes, fit for a pod's name
 * @param words what the probe is told to take
 */
record HogPod(String namespace, String name, String words) {

  /** The pod as it is handed in. */
  Pod pod(Run run) {
    List<String> told = new ArrayList<>(List.of("hog"));
    told.addAll(List.of(words.split(" ")));
    return new PodBuilder(ProbeSpec.doing(run, namespace, stem(), told).pod())
        .editSpec()
        .editFirstContainer()
        .withResources(new ResourceRequirements())
        .endContainer()
        .endSpec()
        .build();
  }

  /** The pod's name in a run. */
  String name(Run run) {
    return run.name(stem());
  }

  private String stem() {
    return "hog-" + name;
  }

  @Override
  public String toString() {
    return "hog " + words;
  }
}
