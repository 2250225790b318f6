package io.tenantproof.diagnostics;

import io.tenantproof.cluster.Cluster;
import io.tenantproof.cluster.NodeContainer;
import io.tenantproof.scenario.Observability;
import java.nio.file.Path;

/**
 * What a cluster shows at the moment of a failure, as a folder:
 *
 * <pre>
 * FOLDER/
 *   index.html                  all files of it
 *   applications.txt            each Application in one line, with its complaints
 *   operations.txt              the last sync of each, with what was refused
 *   nodes.txt, nodes/           conditions of the nodes, and their objects
 *   engine.txt, node.log        the container engine, and what the node says; of a second one
 *                               engine-2.txt, node-2.log
 *   policies/                   admission policies, cluster roles and their bindings
 *   namespaces/NAMESPACE/
 *     events.txt                newest last
 *     pods.txt                  phase, node, restarts
 *     describe/POD.txt          conditions, states of containers, events
 *     objects/KIND-NAME.yaml    as the API server has them; no Secret is ever read
 *     logs/POD-CONTAINER.log    and POD-CONTAINER.previous.log after a restart
 *   observability/              what Prometheus and Loki say of themselves
 *   problems.txt                what could not be gathered
 * </pre>
 *
 * <p>Passwords, tokens and keys are taken out of all of it. Nothing that goes wrong here hides the
 * failure it was called for.
 *
 * @param cluster that is looked at
 * @param observability its Prometheus and Loki
 * @param test that failed
 * @param path of the folder
 */
public record FailureDump(Cluster cluster, Observability observability, String test, Path path) {

  /** Gathers all of it from the kit's own namespaces. */
  public void gather() {
    DumpFolder folder = new DumpFolder(path);
    ClusterDump whole = new ClusterDump(cluster.client(), folder);
    whole.gather();
    folder.attempt(
        "namespaces",
        () ->
            whole
                .namespaces()
                .forEach(name -> new NamespaceDump(cluster.client(), name, folder).gather()));
    String suffix = "";
    for (NodeContainer node : cluster.nodes()) {
      new EngineDump(node, folder, suffix).gather();
      suffix = "-2";
    }
    folder.attempt("observability", () -> new ObservabilityDump(observability, folder).gather());
    folder.finish(test);
  }
}
