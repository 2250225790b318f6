package io.tenantproof.fault;

import io.fabric8.kubernetes.api.model.Pod;
import io.tenantproof.cluster.Cluster;
import io.tenantproof.cluster.NodeContainer;
import io.tenantproof.scenario.PodGroup;
import io.tenantproof.wait.Await;
import io.tenantproof.wait.Expectation;
import java.time.Duration;
import java.util.List;
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

  private static final String IMPORT =
      "ctr --namespace k8s.io images import %s/*tenantproof-demo-api-*.tar"
          .formatted(NodeContainer.IMAGES);

  /** Breaks it; what must be so for it to be whole again. */
  Expectation strike(Fault fault) {
    return switch (fault) {
      case POD_DELETED -> replaced(apps(tenant, "demo-api"), 30);
      case POD_KILLED -> replaced(apps(tenant, "demo-api"), 0);
      case IMAGE_GONE -> withoutItsImage(apps(tenant, "demo-api"));
      case NAMES ->
          killedPods(new PodGroup(cluster.client(), "kube-system", "k8s-app", "kube-dns"));
      case ARGO_CD ->
          killedPods(
              apps("argocd", "argocd-application-controller"),
              apps("argocd", "argocd-repo-server"));
      case GIT_SERVER -> killedPods(apps("git-server", "git-server"));
      case OBSERVABILITY ->
          killedPods(
              apps("observability", "prometheus"),
              apps("observability", "loki"),
              apps("observability", "log-agent"));
      case API_SERVER -> killed("kube-apiserver");
      case STORE -> killed("etcd");
      case CONTROLLERS -> killed("kube-controller-manager", "kube-scheduler");
      case KUBELET -> killedEverywhere("kubelet");
      case RUNTIME -> killedEverywhere("containerd");
      case PROXY -> killedEverywhere("kube-proxy");
      case POLICY_AGENT -> killedEverywhere("kube-network-policies");
    };
  }

  private Expectation killed(String... processes) {
    return killedOn(List.of(node()), processes);
  }

  private Expectation killedEverywhere(String process) {
    var _ = node();
    return killedOn(cluster.nodes(), process);
  }

  private Expectation killedOn(List<NodeContainer> nodes, String... processes) {
    for (NodeContainer node : nodes) {
      for (String process : processes) {
        node.run(AT_ONCE, "bash", "-c", KILL, "kill", process);
      }
    }
    return Expectation.that(
        "the API server is ready", () -> "ok".equals(cluster.client().raw("/readyz")));
  }

  private NodeContainer node() {
    Assumptions.assumeTrue(
        cluster.node().isPresent(), "SKIPPED: a node that is not the kit's own is left alone");
    return cluster.node().orElseThrow();
  }

  // Brought back as it came to the node, once a new pod was seen to lack it.
  private Expectation withoutItsImage(PodGroup group) {
    var _ = node();
    List<Pod> before = group.present();
    Pod one = before.getFirst();
    String image = one.getSpec().getContainers().getFirst().getImage();
    for (NodeContainer node : cluster.nodes()) {
      node.run(AT_ONCE, "ctr", "--namespace", "k8s.io", "images", "rm", image);
    }
    try {
      delete(one, 30);
      Await.atMost(AT_ONCE).until(group.lacksItsImage());
    } finally {
      cluster.nodes().forEach(node -> node.run(AT_ONCE, "bash", "-c", IMPORT));
    }
    // The kubelet would ask for it again, after a pause that grows.
    group.pods().stream().filter(PodGroup::isWithoutImage).forEach(pod -> delete(pod, 0));
    return group.readyBeside(List.of(one), before.size());
  }

  private PodGroup apps(String namespace, String name) {
    return PodGroup.named(cluster.client(), namespace, name);
  }

  // All at once.
  private Expectation killedPods(PodGroup... groups) {
    return Expectation.allOf(
        "all that was killed runs again",
        Stream.of(groups)
            .map(
                group -> {
                  List<Pod> before = group.present();
                  before.forEach(pod -> delete(pod, 0));
                  return group.readyBeside(before, before.size());
                })
            .toList());
  }

  private Expectation replaced(PodGroup group, long grace) {
    List<Pod> before = group.present();
    Pod one = before.getFirst();
    delete(one, grace);
    return group.readyBeside(List.of(one), before.size());
  }

  private void delete(Pod pod, long grace) {
    cluster.client().pods().resource(pod).withGracePeriod(grace).delete();
  }
}
