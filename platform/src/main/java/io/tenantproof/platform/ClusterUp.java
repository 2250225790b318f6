package io.tenantproof.platform;

import io.tenantproof.cluster.Cluster;
import io.tenantproof.cluster.ClusterProvider;
import io.tenantproof.cluster.ClusterRequest;
import io.tenantproof.cluster.NodeContainer;
import io.tenantproof.cluster.NodeImport;
import io.tenantproof.engine.ContainerEngine;
import io.tenantproof.progress.Progress;
import io.tenantproof.settings.BadSetting;
import io.tenantproof.settings.Setting;
import io.tenantproof.wait.Await;
import io.tenantproof.wait.Expectation;
import io.tenantproof.wait.Outcome;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Brings up the cluster of a platform, with the images of its pods in it.
 *
 * @param kit whose platform it is
 * @param request what is wanted
 * @param progress is told each step
 */
record ClusterUp(Kit kit, PlatformRequest request, Progress progress) {

  private static final int MOST_NODES = 2;

  /**
   * A cluster, and whether it was started by this run.
   *
   * @param cluster that answers
   * @param created by this run
   * @param stack what the images in it are for; empty where the cluster pulls its own
   */
  record Result(Cluster cluster, boolean created, Optional<Stack> stack) {}

  Result run() {
    ClusterSource source = ClusterSource.of(kit.settings());
    Result result = source.needsEngine() ? withNode(source) : existing(source);
    Await.atMost(PlatformUp.wait(kit)).until(allApisAnswer(result.cluster()));
    return result;
  }

  /**
   * How many nodes a cluster of the kit's own has.
   *
   * @throws BadSetting when the setting is no such number, or the cluster is somebody else's
   */
  static int nodes(Kit kit) {
    int nodes = kit.settings().number(Setting.NODES, 1, MOST_NODES);
    if (nodes > 1 && !ClusterSource.of(kit.settings()).needsEngine()) {
      throw new BadSetting(
          "%s: a cluster of somebody else has the nodes that it has; leave this setting out."
              .formatted(Setting.NODES.key()));
    }
    return nodes;
  }

  // While an aggregated API is down the API server can't say what it serves, and Helm gives up.
  private static Expectation allApisAnswer(Cluster cluster) {
    return new Expectation(
        "all APIs of the cluster answer",
        () -> {
          String down =
              cluster.client().apiServices().list().getItems().stream()
                  .filter(
                      api ->
                          api.getStatus().getConditions().stream()
                              .noneMatch(
                                  one ->
                                      one.getType().equals("Available")
                                          && one.getStatus().equals("True")))
                  .map(api -> api.getMetadata().getName())
                  .collect(Collectors.joining(", "));
          return Outcome.of(
              down.isEmpty(), down.isEmpty() ? "all APIs answer" : "no answer yet: " + down);
        });
  }

  private Result existing(ClusterSource source) {
    try (Progress.Step step = progress.begin("cluster")) {
      Cluster cluster =
          source
              .provider(
                  kit.settings(),
                  () -> {
                    throw new IllegalStateException("an existing cluster needs no engine");
                  })
              .provide(clusterRequest("", Path.of("")));
      Rights.toInstall(cluster.client()).require();
      step.done(told(cluster));
      return new Result(cluster, false, Optional.empty());
    }
  }

  private Result withNode(ClusterSource source) {
    ContainerEngine engine = kit.engine(progress);
    boolean there = NodeContainer.find(engine, request.cluster()).isPresent();
    NodeImages images = NodeImages.get(kit, engine, progress);
    try (Progress.Step step = progress.begin("cluster")) {
      Path archives = request.folder().resolve("images");
      List<Path> fresh = images.layOut(archives);
      step.detail("node " + images.node());
      ClusterProvider provider = source.provider(kit.settings(), () -> engine);
      Cluster cluster = provider.provide(clusterRequest(images.node().toString(), archives));
      List<String> renewed = List.of();
      if (there) {
        cluster.nodes().forEach(node -> importAll(node, fresh, step));
        renewed = new OutdatedPods(cluster.client()).renew(images.workload());
      }
      step.done(told(cluster) + anew(renewed));
      return new Result(cluster, !there, Optional.of(Stack.of(images::imageFor)));
    }
  }

  private ClusterRequest clusterRequest(String nodeImage, Path archives) {
    return new ClusterRequest(
        request.cluster(),
        nodes(kit),
        nodeImage,
        archives,
        request.kubeconfig(),
        request.ports(),
        request.outlivesJvm());
  }

  // A node imports what it finds when it starts; what came later is imported here.
  private static void importAll(NodeContainer node, List<Path> archives, Progress.Step step) {
    for (Path archive : archives) {
      step.detail("importing " + archive.getFileName());
      new NodeImport(node).of(archive);
    }
  }

  private static String anew(List<String> deployments) {
    return deployments.isEmpty()
        ? ""
        : "; %s start anew with the image that was built".formatted(String.join(", ", deployments));
  }

  private static String told(Cluster cluster) {
    return "Kubernetes %s, %s"
        .formatted(
            cluster.kubernetesVersion(),
            Optional.of(cluster)
                .flatMap(Cluster::node)
                .map(node -> "container tenantproof-" + node.cluster())
                .orElse("context " + cluster.name()));
  }
}
