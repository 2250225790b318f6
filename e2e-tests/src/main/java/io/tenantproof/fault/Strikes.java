package io.tenantproof.fault;

import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.client.readiness.Readiness;
import io.tenantproof.cluster.Cluster;
import io.tenantproof.cluster.NodeContainer;
import io.tenantproof.wait.Expectation;
import io.tenantproof.wait.Outcome;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/**
 * Breaks things.
 *
 * @param cluster where
 * @param tenant whose pod breaks, where it is a tenant's
 */
record Strikes(Cluster cluster, String tenant) {

  private static final Duration AT_ONCE = Duration.ofSeconds(20);
  // By the first word of the command line: the kernel keeps no more than 15 characters of a name.
  private static final String KILL =
      """
      found=1
      for folder in /proc/[0-9]*; do
        read -r -d '' first <"$folder/cmdline" 2>/dev/null || continue
        if [[ $first == "$1" ]]; then kill -KILL "${folder##*/}" && found=0; fi
      done
      exit "$found"
      """;

  /** Pods that belong together, by a label. */
  private record Apps(String namespace, String label, String value) {

    static Apps named(String namespace, String name) {
      return new Apps(namespace, "app.kubernetes.io/name", name);
    }

    @Override
    public String toString() {
      return "%s in %s".formatted(value, namespace);
    }
  }

  /** Breaks it; what must be so for it to be whole again. */
  Expectation strike(Fault fault) {
    return switch (fault) {
      case POD_DELETED -> replaced(Apps.named(tenant, "demo-api"), 30);
      case POD_KILLED -> replaced(Apps.named(tenant, "demo-api"), 0);
      case NAMES -> killedPods(new Apps("kube-system", "k8s-app", "kube-dns"));
      case ARGO_CD ->
          killedPods(
              Apps.named("argocd", "argocd-application-controller"),
              Apps.named("argocd", "argocd-repo-server"));
      case GIT_SERVER -> killedPods(Apps.named("git-server", "git-server"));
      case OBSERVABILITY ->
          killedPods(
              Apps.named("observability", "prometheus"),
              Apps.named("observability", "loki"),
              Apps.named("observability", "log-agent"));
      case API_SERVER -> killed("kube-apiserver");
      case STORE -> killed("etcd");
      case CONTROLLERS -> killed("kube-controller-manager", "kube-scheduler");
      case KUBELET -> killed("kubelet");
      case RUNTIME -> killed("containerd");
      case PROXY -> killed("kube-proxy");
      case POLICY_AGENT -> killed("kube-network-policies");
    };
  }

  private Expectation killed(String... processes) {
    Assumptions.assumeTrue(
        cluster.node().isPresent(),
        "SKIPPED: the processes of a node that is not the kit's own are left alone");
    NodeContainer node = cluster.node().orElseThrow();
    for (String process : processes) {
      node.run(AT_ONCE, "bash", "-c", KILL, "kill", process);
    }
    return Expectation.that(
        "the API server is ready", () -> "ok".equals(cluster.client().raw("/readyz")));
  }

  // All at once.
  private Expectation killedPods(Apps... several) {
    List<Expectation> whole =
        Stream.of(several)
            .map(
                apps -> {
                  List<Pod> before = present(apps);
                  before.forEach(
                      pod -> cluster.client().pods().resource(pod).withGracePeriod(0).delete());
                  return new Expectation(
                      apps + " has as many ready pods as before, all new",
                      () -> fresh(pods(apps), ids(before), before.size()));
                })
            .toList();
    return Expectation.allOf("all that was killed runs again", whole);
  }

  private Expectation replaced(Apps apps, long grace) {
    List<Pod> before = present(apps);
    Pod one = before.getFirst();
    cluster.client().pods().resource(one).withGracePeriod(grace).delete();
    return new Expectation(
        "%s has %d ready pods beside %s"
            .formatted(apps, before.size(), one.getMetadata().getName()),
        () -> fresh(pods(apps), ids(List.of(one)), before.size()));
  }

  private static Outcome fresh(List<Pod> now, Set<String> gone, int wanted) {
    List<Pod> ready =
        now.stream()
            .filter(pod -> !gone.contains(pod.getMetadata().getUid()))
            .filter(pod -> Readiness.getInstance().isReady(pod))
            .toList();
    return Outcome.of(
        ready.size() >= wanted,
        "new and ready are " + ready.stream().map(pod -> pod.getMetadata().getName()).toList());
  }

  // Not by name: a StatefulSet gives a new pod the old one's.
  private static Set<String> ids(List<Pod> pods) {
    return pods.stream().map(pod -> pod.getMetadata().getUid()).collect(Collectors.toSet());
  }

  private List<Pod> present(Apps apps) {
    List<Pod> found = pods(apps);
    if (found.isEmpty()) {
      throw new IllegalStateException("expected a pod of %s to break, found none".formatted(apps));
    }
    return found;
  }

  private List<Pod> pods(Apps apps) {
    return cluster
        .client()
        .pods()
        .inNamespace(apps.namespace())
        .withLabel(apps.label(), apps.value())
        .list()
        .getItems()
        .stream()
        .filter(pod -> pod.getMetadata().getDeletionTimestamp() == null)
        .toList();
  }
}
