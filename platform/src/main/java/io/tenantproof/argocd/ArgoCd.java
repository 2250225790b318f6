package io.tenantproof.argocd;

import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.dsl.MixedOperation;
import io.fabric8.kubernetes.client.dsl.Resource;
import io.fabric8.kubernetes.client.dsl.base.PatchContext;
import io.fabric8.kubernetes.client.dsl.base.PatchType;
import io.fabric8.kubernetes.client.dsl.base.ResourceDefinitionContext;
import io.tenantproof.wait.Expectation;
import io.tenantproof.wait.Outcome;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Argo CD in a cluster.
 *
 * @param client of the cluster
 */
public record ArgoCd(KubernetesClient client) {

  /** The namespace that it runs in and that its Applications are in. */
  public static final String NAMESPACE = "argocd";

  private static final PatchContext MERGE =
      new PatchContext.Builder().withPatchType(PatchType.JSON_MERGE).build();

  /** What Argo CD says of an Application; empty where there is none. */
  public Optional<Application> application(String name) {
    return Optional.ofNullable(resources("Application", "applications").withName(name).get())
        .map(ApplicationReader::read);
  }

  /** All Applications, sorted by name. */
  public List<Application> applications() {
    return resources().stream()
        .map(ApplicationReader::read)
        .sorted(Comparator.comparing(Application::name))
        .toList();
  }

  /** All Applications as the API server gives them. */
  public List<GenericKubernetesResource> resources() {
    return resources("Application", "applications").list().getItems();
  }

  /** Applications with a label, by name; in whatever namespace they are. */
  public Map<String, Application> labelled(String label, String value) {
    return kind("Application", "applications")
        .inAnyNamespace()
        .withLabel(label, value)
        .list()
        .getItems()
        .stream()
        .map(ApplicationReader::read)
        .collect(Collectors.toMap(Application::name, Function.identity()));
  }

  /** Where an Application takes its manifests from, as its spec says it; empty where it is not. */
  public Optional<Map<String, Object>> source(String name) {
    return Optional.ofNullable(resources("Application", "applications").withName(name).get())
        .flatMap(found -> Optional.<Map<String, Object>>ofNullable(found.get("spec", "source")));
  }

  /** Deletes an Application; Argo CD removes what it has synced first. */
  public void delete(String name) {
    resources("Application", "applications").withName(name).delete();
  }

  /** Makes Argo CD look at git now and not at its next turn; an absent Application is fine. */
  public void refresh(String name) {
    annotate("Application", "applications", name, "argocd.argoproj.io/refresh", "normal");
  }

  /** Makes Argo CD look for tenants' files now and not at its next turn. */
  public void refreshTenants() {
    annotate(
        "ApplicationSet",
        "applicationsets",
        "tenants",
        "argocd.argoproj.io/application-set-refresh",
        "true");
  }

  /** Synced to a commit and Healthy. */
  public Expectation settled(String name, String commit) {
    return new Expectation(
        "Application %s is Synced and Healthy at %s".formatted(name, commit.substring(0, 7)),
        () ->
            application(name)
                .map(found -> Outcome.of(found.isSettledAt(commit), found.toString()))
                .orElseGet(() -> new Outcome.Pending("there is no Application " + name)));
  }

  /** Argo CD refuses what git holds and says a reason with a certain text in it. */
  public Expectation complains(String name, String text) {
    return new Expectation(
        "Argo CD says of the Application %s: …%s…".formatted(name, text),
        () ->
            application(name)
                .map(found -> Outcome.of(found.complaint().contains(text), found.toString()))
                .orElseGet(() -> new Outcome.Pending("there is no Application " + name)));
  }

  /** There is no such Application any more. */
  public Expectation gone(String name) {
    return new Expectation(
        "there is no Application " + name,
        () ->
            application(name)
                .<Outcome>map(found -> new Outcome.Pending(found.toString()))
                .orElseGet(() -> new Outcome.Satisfied("no Application " + name)));
  }

  private void annotate(String kind, String plural, String name, String key, String value) {
    Resource<GenericKubernetesResource> one = resources(kind, plural).withName(name);
    if (one.get() != null) {
      one.patch(MERGE, "{\"metadata\":{\"annotations\":{\"%s\":\"%s\"}}}".formatted(key, value));
    }
  }

  private io.fabric8.kubernetes.client.dsl.NonNamespaceOperation<
          GenericKubernetesResource,
          io.fabric8.kubernetes.api.model.GenericKubernetesResourceList,
          Resource<GenericKubernetesResource>>
      resources(String kind, String plural) {
    return kind(kind, plural).inNamespace(NAMESPACE);
  }

  private MixedOperation<
          GenericKubernetesResource,
          io.fabric8.kubernetes.api.model.GenericKubernetesResourceList,
          Resource<GenericKubernetesResource>>
      kind(String kind, String plural) {
    return client.genericKubernetesResources(
        new ResourceDefinitionContext.Builder()
            .withGroup("argoproj.io")
            .withVersion("v1alpha1")
            .withKind(kind)
            .withPlural(plural)
            .withNamespaced(true)
            .build());
  }
}
