package io.tenantproof.bench;

import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.tenantproof.probe.ProbeSpec;
import io.tenantproof.probe.Run;
import io.tenantproof.wait.Await;
import io.tenantproof.wait.Expectation;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import tools.jackson.databind.json.JsonMapper;

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
    List<Pod> made =
        IntStream.range(0, pods)
            .mapToObj(number -> client.resource(pod(namespace, number, targets)).create())
            .toList();
    Await.atMost(END)
        .until(
            Expectation.none(
                "all pods have tried their targets",
                () -> made.stream().filter(pod -> !ended(pod)).map(WindowPods::name).toList()));
    return made.stream().flatMap(pod -> seen(pod).stream()).toList();
  }

  private Pod pod(String namespace, int number, List<String> targets) {
    String name = run.name("window-%02d".formatted(number));
    List<String> words = new ArrayList<>(List.of("window", "-for", TRIED.toMillis() + "ms"));
    words.addAll(targets);
    return new ProbeSpec(run, name, namespace, name, Map.of(), false, words).pod();
  }

  private static String name(Pod pod) {
    return pod.getMetadata().getNamespace() + "/" + pod.getMetadata().getName();
  }

  private boolean ended(Pod pod) {
    return List.of("Succeeded", "Failed")
        .contains(client.pods().resource(pod).require().getStatus().getPhase());
  }

  private List<Passage> seen(Pod pod) {
    String log = client.pods().resource(pod).getLog();
    return log.lines().map(line -> JsonMapper.shared().readValue(line, Passage.class)).toList();
  }
}
