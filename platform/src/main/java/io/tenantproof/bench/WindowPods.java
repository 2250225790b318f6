package io.tenantproof.bench;

import io.fabric8.kubernetes.client.KubernetesClient;
import io.tenantproof.probe.Passage;
import io.tenantproof.probe.ProbeRun;
import io.tenantproof.probe.ProbeSpec;
import io.tenantproof.probe.Run;
import io.tenantproof.wait.Await;
import io.tenantproof.wait.Expectation;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Pods that try targets from their first moment on.
 *
 * @param client of the cluster
 * @param run that makes them
 */
record WindowPods(KubernetesClient client, Run run) {

  private static final Duration TRIED = Duration.ofSeconds(4);
  private static final Duration END = Duration.ofSeconds(90);

  /** What each of so many pods of a namespace saw of each target. */
  List<Passage> tried(String namespace, int pods, List<String> targets) {
    List<ProbeRun> made =
        IntStream.range(0, pods)
            .mapToObj(number -> ProbeRun.start(client, spec(namespace, number, targets)))
            .toList();
    Await.atMost(END)
        .until(
            Expectation.none(
                "all pods have tried their targets",
                () -> made.stream().filter(one -> !one.ended()).toList()));
    return made.stream().flatMap(one -> Passage.read(one.printed(END)).stream()).toList();
  }

  private ProbeSpec spec(String namespace, int number, List<String> targets) {
    List<String> words = new ArrayList<>(List.of("window", "-for", TRIED.toMillis() + "ms"));
    words.addAll(targets);
    return ProbeSpec.doing(run, namespace, "window-%02d".formatted(number), words);
  }
}
