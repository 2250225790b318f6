package io.tenantproof.diagnostics;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Node;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.tenantproof.argocd.Application;
import io.tenantproof.argocd.ArgoCd;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * What a cluster shows beside its namespaces: Argo CD's work, the policies in force, the nodes.
 *
 * @param client of the cluster
 * @param folder where it is written
 */
record ClusterDump(KubernetesClient client, DumpFolder folder) {

  private static final String OURS = "app.kubernetes.io/part-of";
  private static final String KIT = "tenantproof";

  void gather() {
    folder.attempt("applications", this::applications);
    for (String kind : List.of("Application", "ApplicationSet", "AppProject")) {
      folder.attempt("objects of the kind " + kind, () -> argoCd(kind));
    }
    policies().forEach(kind -> folder.attempt("policies", () -> write("policies/", kind.get())));
    folder.attempt("nodes", this::nodes);
    folder.attempt(
        "namespaces", () -> write("", client.namespaces().withLabel(OURS, KIT).list().getItems()));
  }

  /** The kit's own namespaces. */
  List<String> namespaces() {
    return client.namespaces().withLabel(OURS, KIT).list().getItems().stream()
        .map(one -> one.getMetadata().getName())
        .toList();
  }

  private void applications() {
    List<Application> all = new ArgoCd(client).applications();
    folder.write(
        "applications.txt",
        all.stream().map(Object::toString).collect(Collectors.joining("\n", "", "\n")));
    folder.write(
        "operations.txt",
        all.stream().map(ClusterDump::operation).collect(Collectors.joining("\n")));
  }

  private static String operation(Application one) {
    Application.Operation last = one.operation();
    return "%s: %s at %s: %s\n%s"
        .formatted(
            one.name(),
            last.phase().isEmpty() ? "no sync ever ran" : last.phase(),
            last.revision(),
            last.message(),
            last.failures().stream().map("  %s\n"::formatted).collect(Collectors.joining()));
  }

  private void argoCd(String kind) {
    client
        .genericKubernetesResources("argoproj.io/v1alpha1", kind)
        .inNamespace(ArgoCd.NAMESPACE)
        .list()
        .getItems()
        .forEach(
            one ->
                NamespaceDump.write(folder, "namespaces/" + ArgoCd.NAMESPACE + "/objects/", one));
  }

  // Those of others too: they are in force all the same.
  private List<Supplier<List<? extends HasMetadata>>> policies() {
    return List.of(
        () -> client.admissionRegistration().v1().validatingAdmissionPolicies().list().getItems(),
        () ->
            client
                .admissionRegistration()
                .v1()
                .validatingAdmissionPolicyBindings()
                .list()
                .getItems(),
        () -> ours(client.rbac().clusterRoles().list().getItems()),
        () -> ours(client.rbac().clusterRoleBindings().list().getItems()));
  }

  // The chart of Argo CD brings the roles of the whole platform.
  private static List<? extends HasMetadata> ours(List<? extends HasMetadata> all) {
    return all.stream()
        .filter(
            one ->
                Optional.ofNullable(one.getMetadata().getLabels())
                    .filter(
                        labels ->
                            KIT.equals(labels.get(OURS))
                                || "argocd".equals(labels.get("app.kubernetes.io/instance")))
                    .isPresent())
        .toList();
  }

  private void nodes() {
    List<Node> nodes = client.nodes().list().getItems();
    folder.write(
        "nodes.txt", nodes.stream().map(ClusterDump::node).collect(Collectors.joining("\n")));
    write("nodes/", nodes);
  }

  private static String node(Node node) {
    return "%s %s\n%s"
        .formatted(
            node.getMetadata().getName(),
            node.getStatus().getNodeInfo().getKubeletVersion(),
            node.getStatus().getConditions().stream()
                .map(
                    one ->
                        "  %s=%s since %s: %s\n"
                            .formatted(
                                one.getType(),
                                one.getStatus(),
                                one.getLastTransitionTime(),
                                one.getMessage()))
                .collect(Collectors.joining()));
  }

  private void write(String at, List<? extends HasMetadata> objects) {
    objects.forEach(one -> NamespaceDump.write(folder, at, one));
  }
}
