package io.tenantproof.endurance;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.tenantproof.argocd.Application;
import io.tenantproof.argocd.ArgoCd;
import io.tenantproof.cluster.Cluster;
import io.tenantproof.cluster.Leaving;
import io.tenantproof.wait.Await;
import io.tenantproof.wait.Expectation;
import io.tenantproof.wait.NotMet;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a cluster holds.
 *
 * @param cluster that holds it
 * @param settled how long it has at the most to end what is ending and to start what is starting
 */
record ClusterMeter(Cluster cluster, Duration settled) implements Meter {

  @Override
  public Map<Gauge, Reading> read() {
    KubernetesClient client = cluster.client();
    settle(client);
    Map<Gauge, Reading> readings = new EnumMap<>(Gauge.class);
    readings.put(Gauge.NAMESPACES, names(client.namespaces().list().getItems()));
    readings.put(
        Gauge.PODS,
        // A pod that took another's place has another name.
        Reading.of(pods(client).stream().map(pod -> pod.getMetadata().getNamespace()).toList()));
    readings.put(Gauge.PERSISTENT_VOLUMES, names(client.persistentVolumes().list().getItems()));
    readings.put(
        Gauge.APPLICATIONS,
        Reading.of(new ArgoCd(client).applications().stream().map(Application::name).toList()));
    List<Long> used =
        cluster.nodes().stream()
            .map(node -> new NodeMemory(node).bytes())
            .flatMap(Optional::stream)
            .toList();
    if (!used.isEmpty()) {
      readings.put(Gauge.NODE_MEMORY, Reading.of(used.stream().mapToLong(Long::longValue).sum()));
    }
    return readings;
  }

  // What does not settle in time is counted as it is: so it is seen if it never does.
  private void settle(KubernetesClient client) {
    try {
      var _ =
          Await.atMost(settled)
              .until(
                  Expectation.none(
                      "nothing ends or starts in the cluster",
                      () ->
                          Stream.concat(
                                  client.namespaces().list().getItems().stream()
                                      .filter(ClusterMeter::ends),
                                  pods(client).stream().filter(pod -> ends(pod) || starts(pod)))
                              .map(one -> one.getMetadata().getName())
                              .toList()));
    } catch (NotMet asItIs) {
      return;
    }
  }

  private static List<Pod> pods(KubernetesClient client) {
    return client.pods().inAnyNamespace().list().getItems();
  }

  private static boolean ends(HasMetadata object) {
    return Leaving.is(object);
  }

  private static boolean starts(Pod pod) {
    return pod.getStatus() != null && "Pending".equals(pod.getStatus().getPhase());
  }

  private static Reading names(List<? extends HasMetadata> objects) {
    return Reading.of(objects.stream().map(one -> one.getMetadata().getName()).toList());
  }
}
