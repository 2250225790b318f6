package io.tenantproof.vector;

import io.fabric8.kubernetes.api.model.APIGroup;
import io.fabric8.kubernetes.api.model.APIResource;
import io.fabric8.kubernetes.api.model.APIResourceList;
import io.fabric8.kubernetes.api.model.GroupVersionForDiscovery;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.tenantproof.vector.Right.Resource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Every right that there is to have in a cluster: what its API server says it serves, what it
 * serves and does not say, and verbs that are no requests
 * (https://kubernetes.io/docs/concepts/security/rbac-good-practices/#privilege-escalation-risks).
 */
final class AllRights {

  private static final List<String> VERBS =
      List.of("get", "list", "watch", "create", "update", "patch", "delete", "deletecollection");
  private static final String RBAC = "rbac.authorization.k8s.io";
  private static final String CERTIFICATES = "certificates.k8s.io";
  private static final String AUTHENTICATION = "authentication.k8s.io";

  // Known of old, whether or not the server lists them.
  private static final List<Resource> WELL_KNOWN =
      Stream.of(
              core("pods", "exec attach portforward proxy log ephemeralcontainers eviction"),
              core("pods", "binding resize status"),
              core("services", "proxy status"),
              core("serviceaccounts", "token"),
              Stream.of("deployments/scale", "replicasets/scale", "statefulsets/scale")
                  .map(path -> Resource.of("apps", path)),
              ofCluster("nodes", "proxy stats log metrics spec configz healthz pods checkpoint"),
              ofCluster("namespaces", "finalize status"),
              Stream.of("certificatesigningrequests/approval", "certificatesigningrequests/status")
                  .map(path -> Resource.ofCluster(CERTIFICATES, path)))
          .flatMap(all -> all)
          .toList();

  private static final List<String> URLS =
      List.of(
          "/",
          "/api",
          "/apis",
          "/configz",
          "/debug/pprof/profile",
          "/flagz",
          "/healthz",
          "/livez",
          "/logs/",
          "/metrics",
          "/openapi/v3",
          "/readyz",
          "/statusz",
          "/version");

  private AllRights() {}

  /** All of them, with these namespaces as scopes beside the cluster. */
  static Set<Right> of(KubernetesClient client, Collection<String> namespaces) {
    Set<Resource> resources = new LinkedHashSet<>(WELL_KNOWN);
    resources.addAll(served(client));
    Set<Right> all = new LinkedHashSet<>();
    for (Resource resource : resources) {
      VERBS.forEach(verb -> all.addAll(everywhere(namespaces, verb, resource, "")));
    }
    all.addAll(odd(namespaces));
    all.addAll(named(namespaces));
    URLS.forEach(path -> all.add(Right.url(path)));
    return all;
  }

  private static List<Resource> served(KubernetesClient client) {
    List<Resource> found = new ArrayList<>(in(client, "", "v1"));
    for (APIGroup group : client.getApiGroups().getGroups()) {
      for (GroupVersionForDiscovery version : group.getVersions()) {
        found.addAll(in(client, group.getName(), version.getGroupVersion()));
      }
    }
    return found;
  }

  // A list that can't be had is no empty list: the matrix would say less than it seems to.
  private static List<Resource> in(KubernetesClient client, String group, String version) {
    List<APIResource> resources =
        Optional.ofNullable(client.getApiResources(version))
            .map(APIResourceList::getResources)
            .orElseThrow(
                () ->
                    new IllegalStateException(
                        "expected the API server's list of the resources of %s, found none: is"
                                .formatted(version)
                            + " the server behind that API up? See `kubectl get apiservices`."));
    return resources.stream()
        .map(one -> new Resource(group, one.getName(), Boolean.TRUE.equals(one.getNamespaced())))
        .toList();
  }

  // A namespace is in itself, as far as rights go.
  private static List<Right> everywhere(
      Collection<String> namespaces, String verb, Resource resource, String name) {
    List<Right> rights = new ArrayList<>();
    rights.add(new Right(Right.CLUSTER, verb, resource, name));
    if (resource.namespaced() || resource.plural().equals("namespaces")) {
      namespaces.forEach(scope -> rights.add(new Right(scope, verb, resource, name)));
    }
    return rights;
  }

  private static List<Right> odd(Collection<String> namespaces) {
    List<Right> rights = new ArrayList<>();
    for (Resource who :
        List.of(
            Resource.ofCluster("", "users"),
            Resource.ofCluster("", "groups"),
            Resource.of("", "serviceaccounts"),
            Resource.ofCluster(AUTHENTICATION, "uids"),
            Resource.ofCluster(AUTHENTICATION, "userextras/scopes"))) {
      rights.addAll(everywhere(namespaces, "impersonate", who, ""));
    }
    for (String verb : List.of("bind", "escalate")) {
      rights.addAll(everywhere(namespaces, verb, Resource.of(RBAC, "roles"), ""));
      rights.addAll(everywhere(namespaces, verb, Resource.ofCluster(RBAC, "clusterroles"), ""));
    }
    for (String verb : List.of("approve", "sign", "attest")) {
      rights.addAll(everywhere(namespaces, verb, Resource.ofCluster(CERTIFICATES, "signers"), ""));
    }
    return rights;
  }

  // Rights to one object are not seen by a question about all of them.
  private static List<Right> named(Collection<String> namespaces) {
    List<Right> rights = new ArrayList<>();
    for (String verb : VERBS) {
      for (String name :
          List.of(
              "metrics-view",
              "logs-view",
              "http:metrics-view:",
              "metrics-view:8090",
              "demo-api",
              "demo-api:80",
              "prometheus:9090",
              "loki:3100")) {
        rights.addAll(everywhere(namespaces, verb, Resource.of("", "services/proxy"), name));
      }
    }
    for (String role : List.of("cluster-admin", "tenant-deployer", "tenant-viewer")) {
      rights.addAll(everywhere(namespaces, "bind", Resource.ofCluster(RBAC, "clusterroles"), role));
    }
    return rights;
  }

  private static Stream<Resource> core(String plural, String subresources) {
    return Stream.of(subresources.split(" ")).map(one -> Resource.of("", plural + "/" + one));
  }

  private static Stream<Resource> ofCluster(String plural, String subresources) {
    return Stream.of(subresources.split(" "))
        .map(one -> Resource.ofCluster("", plural + "/" + one));
  }
}
