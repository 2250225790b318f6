package io.tenantproof.scenario;

import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodBuilder;
import io.fabric8.kubernetes.api.model.Quantity;
import io.tenantproof.probe.ProbeSpec;
import io.tenantproof.probe.Run;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/** A pod of a tenant that takes all it can get of one thing. */
public enum Hog {
  /** Four pods that spin; the limit of each slows it down and does not end it. */
  CPU(4, "64Mi", "cpu -for 15s", "spun on \\d+ processors"),
  /** Ended at its limit by the kernel, which is told apart by the exit code. */
  MEMORY(2, "64Mi", "memory -for 10s", "OOMKilled|exit code 137"),
  /** Ended at the node's limit of processes and threads of a pod. */
  PROCESSES(
      2, "128Mi", "processes -for 5s -most 4000", "failed to create new OS thread|pthread_create"),
  /** Evicted by the kubelet, which looks at volumes no more than once a minute. */
  DISK(1, "64Mi", "disk -for 120s", "Failed Evicted"),
  /** To its own tenant's Service: no other's can be reached. */
  CONNECTIONS(
      2,
      "128Mi",
      "connections -target demo-api:80 -for 10s",
      "(opened|stopped at) \\d+ connections");

  private static final String VOLUME = "tmp";
  private static final Quantity VOLUME_SIZE = new Quantity("16Mi");

  private final int pods;
  private final String memory;
  private final String end;
  private final String words;

  Hog(int pods, String memory, String words, String end) {
    this.pods = pods;
    this.memory = memory;
    this.end = end;
    this.words = words;
  }

  /** How each of its pods ends, as a regular expression. */
  public String end() {
    return end;
  }

  /** Its pods, as they are handed in. */
  List<Pod> pods(Run run, String namespace) {
    return IntStream.range(0, pods).mapToObj(number -> pod(run, namespace, number)).toList();
  }

  private Pod pod(Run run, String namespace, int number) {
    String stem = "hog-%s-%d".formatted(name().toLowerCase(Locale.ROOT), number);
    List<String> told = new ArrayList<>(List.of("hog"));
    told.addAll(List.of(words.split(" ")));
    return new PodBuilder(ProbeSpec.doing(run, namespace, stem, told).pod())
        .editSpec()
        .editFirstContainer()
        .editResources()
        .addToLimits("memory", new Quantity(memory))
        .endResources()
        .addNewVolumeMount()
        .withName(VOLUME)
        .withMountPath("/tmp")
        .endVolumeMount()
        .endContainer()
        .addNewVolume()
        .withName(VOLUME)
        .withNewEmptyDir()
        .withSizeLimit(VOLUME_SIZE)
        .endEmptyDir()
        .endVolume()
        .endSpec()
        .build();
  }
}
