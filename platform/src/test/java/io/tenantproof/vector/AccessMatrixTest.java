package io.tenantproof.vector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fabric8.kubernetes.api.model.authorization.v1.ResourceAttributes;
import io.fabric8.kubernetes.api.model.authorization.v1.SubjectAccessReviewSpec;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.util.Set;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

class AccessMatrixTest {

  private static final Subject VIEWER = Subject.account("tenant-a", "viewer");
  private static final String CORE =
      """
      {"kind":"APIResourceList","groupVersion":"v1","resources":[
        {"name":"pods","namespaced":true,"kind":"Pod","verbs":["get"]},
        {"name":"nodes","namespaced":false,"kind":"Node","verbs":["get"]}]}
      """;
  private static final String GROUPS =
      """
      {"kind":"APIGroupList","apiVersion":"v1","groups":[{"name":"example.org",
        "versions":[{"groupVersion":"example.org/v1","version":"v1"}]}]}
      """;
  private static final String OWN_KIND =
      """
      {"kind":"APIResourceList","groupVersion":"example.org/v1","resources":[
        {"name":"widgets","namespaced":true,"kind":"Widget","verbs":["get"]}]}
      """;

  @Test
  void saysWhatIsGrantedAndWhere() {
    assertThat(
            rights(
                spec ->
                    spec.getUser().equals("system:serviceaccount:tenant-a:viewer")
                        && spec.getGroups().contains("system:serviceaccounts:tenant-a")
                        && isOf(spec, "tenant-a", "get", "", "pods", "log")))
        .containsExactly("own get core/pods/log");
  }

  @Test
  void asksForEachResourceThatTheServerSaysItHas() {
    assertThat(
            rights(
                spec -> isOf(spec, "tenant-b", "deletecollection", "example.org", "widgets", "")))
        .containsExactly("other deletecollection example.org/widgets");
    assertThat(rights(spec -> isOf(spec, "", "list", "", "nodes", "")))
        .containsExactly("cluster list core/nodes");
  }

  @Test
  void asksForWhatTheServerDoesNotSay() {
    assertThat(rights(spec -> isOf(spec, "", "get", "", "nodes", "proxy")))
        .containsExactly("cluster get core/nodes/proxy");
    assertThat(rights(spec -> isOf(spec, "", "impersonate", "", "users", "")))
        .containsExactly("cluster impersonate core/users");
    assertThat(rights(spec -> isUrl(spec, "/metrics"))).containsExactly("url get /metrics");
  }

  @Test
  void asksForObjectsByName() {
    assertThat(
            rights(
                spec ->
                    isOf(spec, "tenant-a", "get", "", "services", "proxy")
                        && "logs-view".equals(spec.getResourceAttributes().getName())))
        .containsExactly("own get core/services/proxy logs-view");
  }

  @Test
  void isWholeOrNotAtAll() {
    try (StubApiServer server =
            new StubApiServer(spec -> false).lists("/api/v1", CORE).lists("/apis", GROUPS);
        KubernetesClient client = server.client()) {
      AccessMatrix matrix = AccessMatrix.of(client, "tenant-a", "tenant-b");

      assertThatThrownBy(() -> matrix.rights(VIEWER))
          .hasMessageContaining("example.org/v1")
          .hasMessageContaining("kubectl get apiservices");
    }
  }

  private static Set<String> rights(Predicate<SubjectAccessReviewSpec> grants) {
    try (StubApiServer server =
            new StubApiServer(grants)
                .lists("/api/v1", CORE)
                .lists("/apis", GROUPS)
                .lists("/apis/example.org/v1", OWN_KIND);
        KubernetesClient client = server.client()) {
      return AccessMatrix.of(client, "tenant-a", "tenant-b").rights(VIEWER);
    }
  }

  private static boolean isOf(
      SubjectAccessReviewSpec spec,
      String namespace,
      String verb,
      String group,
      String resource,
      String subresource) {
    ResourceAttributes asked = spec.getResourceAttributes();
    return asked != null
        && text(asked.getNamespace()).equals(namespace)
        && asked.getVerb().equals(verb)
        && text(asked.getGroup()).equals(group)
        && asked.getResource().equals(resource)
        && text(asked.getSubresource()).equals(subresource);
  }

  private static boolean isUrl(SubjectAccessReviewSpec spec, String path) {
    return spec.getNonResourceAttributes() != null
        && spec.getNonResourceAttributes().getPath().equals(path);
  }

  private static String text(@org.jspecify.annotations.Nullable String given) {
    return given == null ? "" : given;
  }
}
