package io.tenantproof.story;

import io.fabric8.kubernetes.api.model.Node;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.client.readiness.Readiness;
import io.tenantproof.argocd.Application;
import io.tenantproof.cluster.Leaving;
import io.tenantproof.probe.Run;
import io.tenantproof.wait.Expectation;
import io.tenantproof.wait.Outcome;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** The first acts: what runs, and that git says so. */
final class Beginning {

  private Beginning() {}

  static Act boot(Stage stage) {
    return new Act(
        "boot",
        "each node and each pod of the platform and of its tenants is ready.",
        List.of(stage.kubectl("get nodes"), stage.kubectl("get pods -A")),
        telling -> Ending.Seen.of(stage.await(telling).until(allReady(stage))));
  }

  private static Expectation allReady(Stage stage) {
    return new Expectation(
        "each node and each pod is ready",
        () -> {
          List<Node> nodes = stage.client().nodes().list().getItems();
          List<Pod> pods = pods(stage);
          List<String> not = new ArrayList<>();
          nodes.stream()
              .filter(node -> !Readiness.getInstance().isReady(node))
              .forEach(node -> not.add("node " + node.getMetadata().getName()));
          pods.stream()
              .filter(pod -> !Readiness.getInstance().isReady(pod))
              .forEach(
                  pod ->
                      not.add(
                          "pod %s/%s"
                              .formatted(
                                  pod.getMetadata().getNamespace(), pod.getMetadata().getName())));
          return Outcome.of(
              not.isEmpty() && !pods.isEmpty(),
              not.isEmpty()
                  ? "Kubernetes %s: nodes ready %d, pods ready %d"
                      .formatted(stage.cluster().kubernetesVersion(), nodes.size(), pods.size())
                  : "not ready: " + String.join(", ", not));
        });
  }

  // A pod that has done its work is no pod that lacks readiness, nor is one on its way out or one
  // of a proof that runs meanwhile.
  private static List<Pod> pods(Stage stage) {
    return stage.client().pods().inAnyNamespace().withoutLabel(Run.LABEL).list().getItems().stream()
        .filter(Leaving::isNot)
        .filter(pod -> !"Succeeded".equals(pod.getStatus().getPhase()))
        .filter(pod -> stage.isOurs(pod.getMetadata().getNamespace()))
        .toList();
  }

  static Act sync(Stage stage) {
    return new Act(
        "GitOps sync",
        "each Application is Synced with git and Healthy: what runs is what git says.",
        List.of(stage.kubectl("get applications -n argocd")),
        telling -> {
          stage.await(telling).until(settled(stage));
          return new Ending.Seen(
              stage.applications().stream()
                  .collect(
                      Collectors.groupingBy(
                          one -> "%s and %s".formatted(one.sync(), one.health()),
                          Collectors.mapping(Application::name, Collectors.joining(", "))))
                  .entrySet()
                  .stream()
                  .map(state -> "%s: %s".formatted(state.getKey(), state.getValue()))
                  .toList());
        });
  }

  private static Expectation settled(Stage stage) {
    return new Expectation(
        "each Application is Synced and Healthy",
        () -> {
          List<Application> all = stage.applications();
          String open =
              all.stream()
                  .filter(one -> !one.isSettled())
                  .map(Application::toString)
                  .collect(Collectors.joining("; "));
          return Outcome.of(
              open.isEmpty() && !all.isEmpty(), all.isEmpty() ? "there is none" : open);
        });
  }
}
