package io.tenantproof.probe;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * What runs have made in the cluster, found by its label.
 *
 * @param client of the cluster
 */
public record Leftovers(KubernetesClient client) {

  /** Does the work of a run, and takes away what it has made, whatever ends it. */
  public <T> T leavingNothing(Run run, Supplier<T> work) {
    return new LeavingNothing(() -> remove(run)).does(work);
  }

  /** Takes away what a run has made; what is gone is fine. */
  public void remove(Run run) {
    remove(one -> run.id().equals(one.getMetadata().getLabels().get(Run.LABEL)));
  }

  /** Takes away what any run has made, be it still under way. */
  public void removeAll() {
    remove(one -> true);
  }

  /** Takes away what runs have left that were killed. */
  public void removeExpired() {
    Instant now = Clock.systemUTC().instant();
    remove(one -> expiry(one).filter(expires -> expires.isBefore(now)).isPresent());
  }

  private void remove(Predicate<HasMetadata> wanted) {
    find().filter(wanted).forEach(one -> client.resource(one).withGracePeriod(0).delete());
  }

  private Stream<HasMetadata> find() {
    List<HasMetadata> found = new ArrayList<>();
    // Bindings first: rights must not outlast what they were given for.
    found.addAll(client.rbac().clusterRoleBindings().withLabel(Run.LABEL).list().getItems());
    found.addAll(client.rbac().clusterRoles().withLabel(Run.LABEL).list().getItems());
    found.addAll(
        client.rbac().roleBindings().inAnyNamespace().withLabel(Run.LABEL).list().getItems());
    found.addAll(
        client
            .network()
            .v1()
            .networkPolicies()
            .inAnyNamespace()
            .withLabel(Run.LABEL)
            .list()
            .getItems());
    found.addAll(
        client
            .admissionRegistration()
            .v1()
            .validatingAdmissionPolicyBindings()
            .withLabel(Run.LABEL)
            .list()
            .getItems());
    found.addAll(
        client
            .admissionRegistration()
            .v1()
            .validatingAdmissionPolicies()
            .withLabel(Run.LABEL)
            .list()
            .getItems());
    found.addAll(argoCd("Application", "applications"));
    found.addAll(argoCd("AppProject", "appprojects"));
    found.addAll(monitors());
    found.addAll(client.services().inAnyNamespace().withLabel(Run.LABEL).list().getItems());
    found.addAll(client.configMaps().inAnyNamespace().withLabel(Run.LABEL).list().getItems());
    found.addAll(client.secrets().inAnyNamespace().withLabel(Run.LABEL).list().getItems());
    found.addAll(client.pods().inAnyNamespace().withLabel(Run.LABEL).list().getItems());
    found.addAll(
        client.persistentVolumeClaims().inAnyNamespace().withLabel(Run.LABEL).list().getItems());
    found.addAll(client.persistentVolumes().withLabel(Run.LABEL).list().getItems());
    found.addAll(client.namespaces().withLabel(Run.LABEL).list().getItems());
    found.addAll(
        client
            .apiextensions()
            .v1()
            .customResourceDefinitions()
            .withLabel(Run.LABEL)
            .list()
            .getItems());
    return found.stream();
  }

  private List<? extends HasMetadata> argoCd(String kind, String plural) {
    return ofKind("argoproj.io", "v1alpha1", kind, plural);
  }

  private List<? extends HasMetadata> monitors() {
    return ofKind("monitoring.coreos.com", "v1", "ServiceMonitor", "servicemonitors");
  }

  private List<? extends HasMetadata> ofKind(
      String group, String version, String kind, String plural) {
    try {
      return client
          .genericKubernetesResources(Kinds.of(group, version, kind, plural))
          .inAnyNamespace()
          .withLabel(Run.LABEL)
          .list()
          .getItems();
    } catch (KubernetesClientException noSuchKind) {
      if (noSuchKind.getCode() == 404) {
        return List.of();
      }
      throw noSuchKind;
    }
  }

  private static Optional<Instant> expiry(HasMetadata one) {
    return Optional.ofNullable(one.getMetadata().getAnnotations())
        .flatMap(all -> Optional.ofNullable(all.get(Run.EXPIRES)))
        .map(Long::parseLong)
        .map(Instant::ofEpochSecond);
  }
}
