package io.tenantproof.vector;

import static io.tenantproof.isolation.Expected.OPEN;
import static io.tenantproof.isolation.Expected.SHUT;

import io.tenantproof.isolation.Expected;
import io.tenantproof.isolation.Family;
import io.tenantproof.isolation.Vector;
import io.tenantproof.probe.ProbeSpec;
import java.util.ArrayList;
import java.util.List;

/**
 * What a tenant's deployer asks the Kubernetes API: it is who a tenant's syncs run as, so whatever
 * a tenant commits, this is the most that comes of it.
 *
 * @param own namespace of the tenant
 */
record DeployerRequests(String own) {

  private static final String RIGHTS =
      "ClusterRole tenant-deployer, bound in the tenant's namespace";
  private static final String OWNER = "ValidatingAdmissionPolicy tenantproof-platform-objects";
  private static final String LABELS = "{\"metadata\":{\"labels\":{\"tenantproof.io/x\":\"y\"}}}";

  /** What it is there for. */
  List<ApiWay> promised() {
    return List.of(
        way("deploys", "a deployer deploys", RIGHTS, own, OPEN, deployment("")),
        way("deploys", "a deployer deploys", RIGHTS, own, OPEN, configMap(own)));
  }

  /** What it must not do in its own namespace: the guardrails are not its own. */
  List<ApiWay> ofItsOwn() {
    return List.of(
        own("secrets", RIGHTS, ApiRequest.get(core("secrets"))),
        own("pods", RIGHTS, ApiRequest.delete(core("pods"))),
        own("exec", RIGHTS, ApiRequest.get(core("pods/any/exec?command=true&stdout=1"))),
        own("token", RIGHTS, token()),
        own("policies", RIGHTS, ApiRequest.delete(network("networkpolicies"))),
        own("quota", RIGHTS, ApiRequest.patch(core("resourcequotas/tenant"), LABELS)),
        own("limits", RIGHTS, ApiRequest.delete(core("limitranges"))),
        own("bindings", RIGHTS, binding()),
        own("namespace", RIGHTS, ApiRequest.patch("/api/v1/namespaces/" + own, LABELS)),
        own("volumes", RIGHTS, claim()),
        own("view-label", OWNER, deployment(",\"tenantproof.io/view\":\"true\"")),
        own("owner-label", OWNER, deployment(",\"tenantproof.io/owner\":\"platform\"")),
        own("view-service", OWNER, ApiRequest.patch(core("services/metrics-view"), LABELS)),
        own("view-configuration", OWNER, ApiRequest.patch(core("configmaps/views"), LABELS)),
        own(
            "view-workload",
            OWNER,
            ApiRequest.delete("/apis/apps/v1/namespaces/%s/deployments/views".formatted(own))),
        own("viewer-account", OWNER, ApiRequest.delete(core("serviceaccounts/viewer"))));
  }

  /** What it must not do elsewhere. */
  List<ApiWay> elsewhere(String other) {
    List<ApiWay> ways = new ArrayList<>();
    for (ApiRequest request :
        List.of(
            configMap(other),
            ApiRequest.get("/api/v1/namespaces/%s/secrets".formatted(other)),
            ApiRequest.get("/api/v1/namespaces/%s/pods".formatted(other)),
            ApiRequest.delete(
                "/apis/apps/v1/namespaces/%s/deployments/demo-api".formatted(other)))) {
      ways.add(way("deployer.other", "a deployer in another tenant", RIGHTS, other, SHUT, request));
    }
    return ways;
  }

  /** What it must not do to the platform. */
  List<ApiWay> ofThePlatform() {
    List<ApiWay> ways = new ArrayList<>();
    for (ApiRequest request :
        List.of(
            configMap("argocd"),
            ApiRequest.get("/api/v1/namespaces/argocd/secrets"),
            ApiRequest.get("/apis/argoproj.io/v1alpha1/namespaces/argocd/applications"),
            ApiRequest.delete("/apis/argoproj.io/v1alpha1/namespaces/argocd/appprojects/" + own),
            ApiRequest.get("/api/v1/nodes"))) {
      ways.add(
          way("deployer.platform", "a deployer at the platform", RIGHTS, "cluster", SHUT, request));
    }
    return ways;
  }

  private ApiWay own(String id, String guardrail, ApiRequest request) {
    return way("deployer.own-" + id, "a deployer's right: " + id, guardrail, own, SHUT, request);
  }

  private ApiWay way(
      String id, String title, String guardrail, String to, Expected expected, ApiRequest request) {
    String whole = id.startsWith("deployer.") ? id : "deployer." + id;
    return new ApiWay(
        new Vector("access." + whole, Family.ACCESS, title, guardrail), own, to, expected, request);
  }

  private ApiRequest deployment(String label) {
    return ApiRequest.post(
        "/apis/apps/v1/namespaces/%s/deployments".formatted(own),
        """
        {"apiVersion": "apps/v1", "kind": "Deployment", "metadata": {"name": "tenantproof-probe"},
         "spec": {"selector": {"matchLabels": {"a": "b"}}, "template": {
          "metadata": {"labels": {"a": "b"%s}},
          "spec": {"containers": [{"name": "c", "image": "%s"}]}}}}
        """
            .formatted(label, ProbeSpec.IMAGE));
  }

  private static ApiRequest configMap(String namespace) {
    return ApiRequest.post(
        "/api/v1/namespaces/%s/configmaps".formatted(namespace),
        "{\"apiVersion\":\"v1\",\"kind\":\"ConfigMap\",\"metadata\":{\"name\":\"tenantproof-probe\"}}");
  }

  private ApiRequest token() {
    return ApiRequest.post(
        core("serviceaccounts/viewer/token"),
        "{\"apiVersion\":\"authentication.k8s.io/v1\",\"kind\":\"TokenRequest\",\"spec\":{}}");
  }

  private ApiRequest binding() {
    return ApiRequest.post(
        "/apis/rbac.authorization.k8s.io/v1/namespaces/%s/rolebindings".formatted(own),
        "{\"apiVersion\":\"rbac.authorization.k8s.io/v1\",\"kind\":\"RoleBinding\",\"metadata\":{\"name\":\"tenantproof-probe\"},"
            + "\"roleRef\":{\"apiGroup\":\"rbac.authorization.k8s.io\",\"kind\":\"ClusterRole\",\"name\":\"tenant-deployer\"}}");
  }

  private ApiRequest claim() {
    return ApiRequest.post(
        core("persistentvolumeclaims"),
        "{\"apiVersion\":\"v1\",\"kind\":\"PersistentVolumeClaim\",\"metadata\":{\"name\":\"tenantproof-probe\"},"
            + "\"spec\":{\"accessModes\":[\"ReadWriteOnce\"],\"resources\":{\"requests\":{\"storage\":\"1Mi\"}}}}");
  }

  private String core(String rest) {
    return "/api/v1/namespaces/%s/%s".formatted(own, rest);
  }

  private String network(String rest) {
    return "/apis/networking.k8s.io/v1/namespaces/%s/%s".formatted(own, rest);
  }
}
