package io.tenantproof.cluster;

import com.github.dockerjava.api.model.AccessMode;
import com.github.dockerjava.api.model.Bind;
import com.github.dockerjava.api.model.HostConfig;
import com.github.dockerjava.api.model.Volume;
import io.fabric8.kubernetes.client.readiness.Readiness;
import io.tenantproof.wait.Await;
import io.tenantproof.wait.Expectation;
import io.tenantproof.wait.NotMet;
import io.tenantproof.wait.Outcome;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.testcontainers.k3s.K3sContainer;

/**
 * The node beside the one with the control plane: in a container of its own on the same network,
 * from the same image, joined as k3s' agents do (https://docs.k3s.io/cli/agent).
 *
 * @param group whose it is
 * @param request what cluster is wanted
 * @param labels of all that the cluster's nodes are
 */
record SecondNode(NodeGroup group, ClusterRequest request, Map<String, String> labels) {

  private static final Duration TOKEN = Duration.ofMinutes(1);
  private static final Duration READY = Duration.ofMinutes(3);
  private static final int NUMBER = 2;
  private static final int LAST_LINES = 20;

  /** Starts it as soon as the server says by what it may join. */
  void start() {
    AtomicReference<String> token = new AtomicReference<>("");
    Await.atMost(TOKEN)
        .until(
            new Expectation(
                "the node " + group.name(1) + " has a token for others", () -> look(token)));
    group.engine().client().startContainerCmd(create(token.get())).exec();
  }

  private Outcome look(AtomicReference<String> token) {
    Optional<NodeContainer> server = group.server();
    if (server.isEmpty()) {
      return new Outcome.Pending("it is not made yet");
    }
    token.set(server.get().token());
    return Outcome.of(!token.get().isEmpty(), "its file is there");
  }

  private String create(String token) {
    Map<String, String> own = new HashMap<>(labels);
    own.put(NodeGroup.ROLE_LABEL, NodeGroup.AGENT);
    // As Testcontainers' K3sContainer makes the first one.
    HostConfig host =
        HostConfig.newHostConfig()
            .withPrivileged(true)
            .withCgroupnsMode("host")
            .withTmpFs(Map.of("/run", "", "/var/run", ""))
            .withNetworkMode(group.name(1))
            .withBinds(
                new Bind("/sys/fs/cgroup", new Volume("/sys/fs/cgroup"), AccessMode.rw),
                new Bind(
                    request.images().toAbsolutePath().toString(),
                    new Volume(NodeContainer.IMAGES),
                    AccessMode.ro));
    return group
        .engine()
        .client()
        .createContainerCmd(request.nodeImage())
        .withName(group.name(NUMBER))
        .withHostName(group.name(NUMBER))
        .withLabels(own)
        .withCmd("agent")
        .withEnv(
            "K3S_URL=https://%s:%d".formatted(group.name(1), K3sContainer.KUBE_SECURE_PORT),
            "K3S_TOKEN=" + token)
        .withHostConfig(host)
        .exec()
        .getId();
  }

  /**
   * Waits until all nodes that are wanted are ready.
   *
   * @throws ClusterUnavailable when they are not in time, with the last lines of this one
   */
  void awaitReady(Cluster cluster) {
    try {
      Await.atMost(READY)
          .until(new Expectation("both nodes of the cluster are ready", () -> ready(cluster)));
    } catch (NotMet e) {
      throw new ClusterUnavailable(
          "%s\nThe last lines of %s:\n%s"
              .formatted(
                  e.getMessage(),
                  group.name(NUMBER),
                  new ContainerLog(group.engine(), group.name(NUMBER)).last(LAST_LINES)),
          e);
    }
  }

  private Outcome ready(Cluster cluster) {
    List<String> ready =
        cluster.client().nodes().list().getItems().stream()
            .filter(node -> Readiness.getInstance().isReady(node))
            .map(node -> node.getMetadata().getName())
            .toList();
    if (group.nodes().stream().anyMatch(node -> !node.isRunning())) {
      return new Outcome.Failed("a node has ended; ready: " + ready);
    }
    return Outcome.of(ready.size() >= NUMBER, "ready: " + ready);
  }
}
