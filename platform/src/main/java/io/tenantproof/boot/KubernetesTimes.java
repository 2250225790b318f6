package io.tenantproof.boot;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.tenantproof.argocd.ArgoCd;
import io.tenantproof.boot.Mark.Kind;
import io.tenantproof.platform.GitServer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What Kubernetes knows of a boot. Its times have whole seconds.
 *
 * @param client of the cluster
 */
record KubernetesTimes(KubernetesClient client) {

  static final String CONDITION = "lastTransitionTime of its condition ";

  /** When each node was registered and Ready. */
  List<Milestone> nodes() {
    return client.nodes().list().getItems().stream()
        .flatMap(
            node ->
                Stream.of(
                    Milestone.of(
                        new Mark(Kind.REGISTERED, name(node)),
                        time(node.getMetadata().getCreationTimestamp()),
                        "its creationTimestamp",
                        "it says no time"),
                    Milestone.of(
                        new Mark(Kind.READY, name(node)),
                        node.getStatus().getConditions().stream()
                            .filter(one -> one.getType().equals("Ready"))
                            .filter(one -> one.getStatus().equals("True"))
                            .flatMap(one -> time(one.getLastTransitionTime()).stream())
                            .findFirst(),
                        CONDITION + "Ready",
                        "it is not Ready now")))
        .toList();
  }

  /** When the last API was there that another program serves. */
  Milestone apis() {
    return last(
        Mark.of(Kind.APIS),
        client.apiServices().list().getItems().stream()
            .filter(api -> api.getSpec().getService() != null)
            .toList(),
        api ->
            api.getStatus().getConditions().stream()
                .filter(one -> one.getType().equals("Available"))
                .filter(one -> one.getStatus().equals("True"))
                .flatMap(one -> time(one.getLastTransitionTime()).stream())
                .findFirst(),
        "the last Available of the APIServices",
        "an API does not answer now");
  }

  /** When the kit began with Argo CD. */
  Milestone argoCdBegun() {
    return Milestone.of(
        Mark.of(Kind.ARGO_CD_BEGUN),
        Optional.ofNullable(client.namespaces().withName(ArgoCd.NAMESPACE).get())
            .flatMap(found -> time(found.getMetadata().getCreationTimestamp())),
        "creationTimestamp of its namespace",
        "there is no namespace " + ArgoCd.NAMESPACE);
  }

  /** When the git server took requests. */
  Milestone gitServer() {
    return serving(Kind.GIT_SERVER, GitServer.NAMESPACE);
  }

  /** When all of Argo CD did. */
  Milestone argoCd() {
    return serving(Kind.ARGO_CD, ArgoCd.NAMESPACE);
  }

  // A StatefulSet has no condition that says so: its pods have.
  private Milestone serving(Kind kind, String namespace) {
    List<HasMetadata> parts = new ArrayList<>();
    parts.addAll(client.apps().deployments().inNamespace(namespace).list().getItems());
    parts.addAll(
        client.pods().inNamespace(namespace).list().getItems().stream()
            .filter(
                pod ->
                    pod.getMetadata().getOwnerReferences().stream()
                        .anyMatch(owner -> owner.getKind().equals("StatefulSet")))
            .toList());
    return last(
        Mark.of(kind),
        parts,
        KubernetesTimes::serving,
        "the last of its Deployments to be Available, and of its StatefulSet's pods to be Ready",
        "not all of it serves now");
  }

  private static Optional<Instant> serving(HasMetadata part) {
    return switch (part) {
      case io.fabric8.kubernetes.api.model.apps.Deployment deployment ->
          deployment.getStatus().getConditions().stream()
              .filter(one -> one.getType().equals("Available"))
              .filter(one -> one.getStatus().equals("True"))
              .flatMap(one -> time(one.getLastTransitionTime()).stream())
              .findFirst();
      case Pod pod -> PodTimes.ready(pod);
      default -> Optional.empty();
    };
  }

  // One that does not say its time may be the last.
  static <T> Milestone last(
      Mark mark,
      Collection<T> parts,
      Function<T, Optional<Instant>> time,
      String source,
      String why) {
    List<Instant> times = parts.stream().flatMap(part -> time.apply(part).stream()).toList();
    return Milestone.of(
        mark,
        times.size() < parts.size() ? Optional.empty() : times.stream().max(Instant::compareTo),
        source,
        parts.isEmpty() ? "there is none" : why);
  }

  private static String name(HasMetadata object) {
    return object.getMetadata().getName();
  }

  static Optional<Instant> time(@Nullable String text) {
    return Optional.ofNullable(text).flatMap(ApplicationTimes::time);
  }
}
