package io.tenantproof.scenario;

import io.fabric8.kubernetes.api.model.ContainerStatus;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.tenantproof.cluster.Leaving;
import io.tenantproof.wait.Expectation;
import io.tenantproof.wait.Outcome;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;

/**
 * What a tenant's namespace runs, pod by pod.
 *
 * @param client of the cluster, as its administrator
 * @param namespace of the tenant
 */
public record Workload(KubernetesClient client, String namespace) {

  private static final String NAME = "demo-api";

  /** Something becomes so, and until then there is a ready pod at each look. */
  public Expectation servesUntil(String what, BooleanSupplier state) {
    return new Expectation(
        "%s, and %s serves all the time".formatted(what, namespace),
        () -> {
          String pods = shown();
          if (ready().isEmpty()) {
            return new Outcome.Failed("no pod of %s is ready: %s".formatted(namespace, pods));
          }
          return Outcome.of(state.getAsBoolean(), pods);
        });
  }

  /** Evictions of its pods. */
  public Evictions evictions() {
    return new Evictions(client, namespace, NAME);
  }

  /** Pods that run and are not ready. */
  public List<String> unready() {
    return pods().stream()
        .filter(pod -> "Running".equals(pod.getStatus().getPhase()))
        .filter(pod -> !PodDoor.ready(pod))
        .map(pod -> pod.getMetadata().getName())
        .toList();
  }

  /** How often containers of its pods were started again. */
  public int restarts() {
    return pods().stream()
        .flatMap(pod -> pod.getStatus().getContainerStatuses().stream())
        .map(ContainerStatus::getRestartCount)
        .mapToInt(count -> Optional.ofNullable(count).orElse(0))
        .sum();
  }

  /** The image that its pods are declared to run. */
  public String declaredImage() {
    return client
        .apps()
        .deployments()
        .inNamespace(namespace)
        .withName(NAME)
        .get()
        .getSpec()
        .getTemplate()
        .getSpec()
        .getContainers()
        .getFirst()
        .getImage();
  }

  /** What the node has pulled for its pods, as the container runtime names it. */
  public List<String> pulled() {
    return pods().stream()
        .filter(Leaving::isNot)
        .flatMap(pod -> pod.getStatus().getContainerStatuses().stream())
        .map(ContainerStatus::getImageID)
        .toList();
  }

  /** What a Deployment says of itself. */
  public String conditions(String deployment) {
    return Optional.ofNullable(
            client.apps().deployments().inNamespace(namespace).withName(deployment).get())
        .map(Deployment::getStatus)
        .map(
            status ->
                status.getConditions().stream()
                    .map(one -> "%s: %s".formatted(one.getReason(), one.getMessage()))
                    .collect(Collectors.joining("; ")))
        .orElse("there is no Deployment " + deployment);
  }

  /** Pods of an app, ready or not. */
  public List<String> podsOf(String app) {
    return PodDoor.pods(client, namespace, app).stream()
        .map(pod -> pod.getMetadata().getName())
        .toList();
  }

  private List<Pod> pods() {
    return PodDoor.pods(client, namespace, NAME);
  }

  private List<Pod> ready() {
    return pods().stream().filter(PodDoor::ready).toList();
  }

  private String shown() {
    return pods().stream()
        .map(
            pod ->
                "%s is %s"
                    .formatted(
                        pod.getMetadata().getName(), PodDoor.ready(pod) ? "ready" : "not ready"))
        .collect(Collectors.joining(", "));
  }
}
