package io.tenantproof.boot;

import io.fabric8.kubernetes.api.model.ContainerStatus;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.tenantproof.boot.Mark.Kind;
import io.tenantproof.platform.Stack;
import io.tenantproof.tenant.Tenant;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * What Kubernetes knows of the start of pods.
 *
 * @param client of the cluster
 */
record PodTimes(KubernetesClient client) {

  private static final String WORKLOAD = "demo-api";

  /** When the pods of a tenant's workload were started and ready. */
  List<Milestone> workload(Tenant tenant) {
    return pods(
        tenant.name(),
        client
            .pods()
            .inNamespace(tenant.namespace())
            .withLabel("app.kubernetes.io/name", WORKLOAD)
            .list()
            .getItems());
  }

  /** When the pods of metrics and logs were. */
  List<Milestone> observability() {
    return pods(Stack.NAMESPACE, client.pods().inNamespace(Stack.NAMESPACE).list().getItems());
  }

  private static List<Milestone> pods(String owner, List<Pod> pods) {
    return List.of(
        KubernetesTimes.last(
            new Mark(Kind.PODS_STARTED, owner),
            pods,
            PodTimes::started,
            "the last startedAt of their containers",
            "a container does not run now, or was started again"),
        KubernetesTimes.last(
            new Mark(Kind.PODS_READY, owner),
            pods,
            PodTimes::ready,
            KubernetesTimes.CONDITION + "Ready",
            "a pod is not Ready now"));
  }

  private static Optional<Instant> started(Pod pod) {
    List<ContainerStatus> containers = pod.getStatus().getContainerStatuses();
    List<Instant> times =
        containers.stream()
            .filter(one -> one.getRestartCount() == 0)
            .flatMap(one -> Optional.ofNullable(one.getState().getRunning()).stream())
            .flatMap(one -> KubernetesTimes.time(one.getStartedAt()).stream())
            .toList();
    return times.size() < containers.size()
        ? Optional.empty()
        : times.stream().max(Comparator.naturalOrder());
  }

  static Optional<Instant> ready(Pod pod) {
    return pod.getStatus().getConditions().stream()
        .filter(one -> one.getType().equals("Ready"))
        .filter(one -> one.getStatus().equals("True"))
        .flatMap(one -> KubernetesTimes.time(one.getLastTransitionTime()).stream())
        .findFirst();
  }
}
