package io.tenantproof.fault;

import io.fabric8.kubernetes.api.model.Node;
import io.fabric8.kubernetes.client.readiness.Readiness;
import io.tenantproof.cluster.Cluster;
import io.tenantproof.cluster.NodeContainer;
import io.tenantproof.scenario.Nodes;
import io.tenantproof.scenario.Workload;
import io.tenantproof.wait.Expectation;
import io.tenantproof.wait.Outcome;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What may come to the second of two nodes.
 *
 * @param nodes whose it is
 */
public record NodeFaults(Nodes nodes) {

  private static final Duration AT_ONCE = Duration.ofSeconds(20);
  private static final String SAID = "/run/drain.log";

  /**
   * Begins to drain it, as a person does.
   *
   * @return that all pods of the tenants have found another place, each tenant being served by a
   *     ready pod at every look
   */
  public Expectation drain() {
    cluster()
        .nodes()
        .getFirst()
        .launch(
            "sh",
            "-c",
            "kubectl drain %s --ignore-daemonsets --delete-emptydir-data --timeout=120s >%s 2>&1"
                .formatted(nodes.second(), SAID));
    String first = nodes.first();
    return Expectation.allOf(
        "all pods of the tenants are elsewhere",
        nodes.tenants().stream()
            .map(
                tenant ->
                    new Workload(cluster().client(), tenant)
                        .servesUntil(
                            "all its pods are elsewhere", () -> nodes.isWholeOn(tenant, first)))
            .toList());
  }

  /** The drain has come to its good end: nothing is left there but what is on each node. */
  public Expectation drained() {
    return new Expectation(
        nodes.second() + " is drained",
        () -> {
          String said = cluster().nodes().getFirst().run(AT_ONCE, "tail", "-n", "2", SAID);
          return Outcome.of(said.contains(nodes.second() + " drained"), said);
        });
  }

  /** Pods may be put on it again. */
  public void takeBack() {
    nodes.openAll();
  }

  /**
   * Ends it as if its power failed, and starts it at once.
   *
   * @return that all tenants' pods there run anew and are ready
   */
  public Expectation startAgain() {
    Map<String, Integer> before =
        nodes.tenants().stream().collect(Collectors.toMap(name -> name, this::restarts));
    NodeContainer second = cluster().nodes().getLast();
    second.kill();
    second.start();
    return Expectation.allOf(
        "the tenants' pods on %s run anew".formatted(nodes.second()),
        before.entrySet().stream().map(one -> runsAnew(one.getKey(), one.getValue())).toList());
  }

  private Expectation runsAnew(String tenant, int restartsBefore) {
    return new Expectation(
        "the pods of %s were started again and are ready on both nodes".formatted(tenant),
        () -> {
          int restarts = restarts(tenant);
          return Outcome.of(
              restarts > restartsBefore && nodes.of(tenant).size() == 2,
              "%d restarts, %d before; ready on %s"
                  .formatted(restarts, restartsBefore, nodes.of(tenant)));
        });
  }

  private int restarts(String tenant) {
    return new Workload(cluster().client(), tenant).restarts();
  }

  /**
   * Ends it as if its power failed.
   *
   * @return that the cluster has seen it, and sends nobody there any more
   */
  public Expectation lose() {
    String lost = nodes.second();
    cluster().nodes().getLast().kill();
    return new Expectation(
        "nobody is sent to %s any more".formatted(lost),
        () -> {
          List<String> there =
              nodes.tenants().stream().filter(tenant -> isSentTo(tenant, lost)).toList();
          return Outcome.of(there.isEmpty(), "clients are sent there by " + there);
        });
  }

  private boolean isSentTo(String tenant, String node) {
    return cluster()
        .client()
        .discovery()
        .v1()
        .endpointSlices()
        .inNamespace(tenant)
        .withLabel("kubernetes.io/service-name", "demo-api")
        .list()
        .getItems()
        .stream()
        .flatMap(slice -> slice.getEndpoints().stream())
        .anyMatch(
            one ->
                node.equals(one.getNodeName())
                    && Boolean.TRUE.equals(one.getConditions().getReady()));
  }

  /**
   * Starts it again.
   *
   * @return that it is ready, and pods may be put on it
   */
  public Expectation bringBack() {
    String name = nodes.second();
    cluster().nodes().getLast().start();
    return new Expectation(
        name + " is ready again",
        () -> {
          Node node = cluster().client().nodes().withName(name).require();
          return Outcome.of(
              node.getSpec().getTaints().isEmpty() && Readiness.getInstance().isReady(node),
              "its taints: %s".formatted(node.getSpec().getTaints()));
        });
  }

  private Cluster cluster() {
    return nodes.cluster();
  }
}
