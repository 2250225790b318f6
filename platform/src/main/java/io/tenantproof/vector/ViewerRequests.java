package io.tenantproof.vector;

import static io.tenantproof.isolation.Expected.OPEN;
import static io.tenantproof.isolation.Expected.SHUT;

import io.tenantproof.isolation.Family;
import io.tenantproof.isolation.Vector;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a tenant's viewer asks the Kubernetes API: what it is promised, what it must not have of its
 * own tenant, of another, of the cluster.
 *
 * @param own namespace of the viewer
 * @param pod of the own namespace
 * @param node of the cluster
 */
record ViewerRequests(String own, String pod, String node) {

  private static final String GUARDRAIL =
      "ClusterRole tenant-viewer, bound in the tenant's namespace";
  private static final List<String> PROMISED =
      List.of(
          "/api/v1/namespaces/%s/pods",
          "/api/v1/namespaces/%s/services",
          "/api/v1/namespaces/%s/configmaps",
          "/api/v1/namespaces/%s/serviceaccounts",
          "/api/v1/namespaces/%s/events",
          "/api/v1/namespaces/%s/resourcequotas",
          "/api/v1/namespaces/%s/limitranges",
          "/apis/apps/v1/namespaces/%s/deployments",
          "/apis/apps/v1/namespaces/%s/replicasets",
          "/apis/policy/v1/namespaces/%s/poddisruptionbudgets",
          "/apis/networking.k8s.io/v1/namespaces/%s/networkpolicies",
          "/apis/monitoring.coreos.com/v1/namespaces/%s/servicemonitors");

  /** What a viewer is there for. */
  List<ApiWay> promised() {
    List<ApiWay> ways = new ArrayList<>();
    for (String path : PROMISED) {
      ways.add(way("viewer.reads", "a viewer reads its own", own, OPEN, get(path.formatted(own))));
    }
    ways.add(
        way(
            "viewer.reads",
            "a viewer reads its own",
            own,
            OPEN,
            get("/api/v1/namespaces/%s/pods/%s/log".formatted(own, pod))));
    return ways;
  }

  /** What it must not have of another tenant. */
  List<ApiWay> ofAnother(String other, String otherPod) {
    List<ApiWay> ways = new ArrayList<>();
    List<String> paths = new ArrayList<>(PROMISED);
    paths.add("/api/v1/namespaces/%s/secrets");
    paths.add("/api/v1/namespaces/%s/pods?labelSelector=app.kubernetes.io/name");
    paths.add("/api/v1/namespaces/%s/pods?watch=1&timeoutSeconds=1");
    paths.add("/api/v1/namespaces/%s/pods/" + otherPod + "/log");
    paths.add("/api/v1/namespaces/%s/services/demo-api:80/proxy/");
    paths.add("/api/v1/namespaces/%s");
    for (String path : paths) {
      ways.add(
          way(
              "viewer.other",
              "a viewer reads another tenant's",
              other,
              SHUT,
              get(path.formatted(other))));
    }
    ways.add(
        way(
            "viewer.other-write",
            "a viewer writes to another tenant",
            other,
            SHUT,
            ApiRequest.post(core(other, "configmaps"), named("ConfigMap"))));
    return ways;
  }

  /** What it must not have of its own tenant: it reads, and only what tells no secret. */
  List<ApiWay> ofItsOwn() {
    Map<String, ApiRequest> requests = new TreeMap<>();
    String thePod = core(own, "pods/" + pod);
    requests.put("secrets", get(core(own, "secrets")));
    requests.put("secrets-watch", get(core(own, "secrets?watch=1&timeoutSeconds=1")));
    requests.put("exec", get(thePod + "/exec?command=true&stdout=1"));
    requests.put("exec-post", ApiRequest.ask(thePod + "/exec?command=true&stdout=1", "{}"));
    requests.put("attach", get(thePod + "/attach?stdout=1"));
    requests.put("port-forward", get(thePod + "/portforward?ports=8080"));
    requests.put("pod-proxy", get(thePod + ":8080/proxy/"));
    requests.put("service-proxy", get(core(own, "services/demo-api:80/proxy/")));
    requests.put(
        "token",
        ApiRequest.post(
            core(own, "serviceaccounts/default/token"),
            "{\"apiVersion\":\"authentication.k8s.io/v1\",\"kind\":\"TokenRequest\",\"spec\":{}}"));
    requests.put("debug", ApiRequest.patch(thePod + "/ephemeralcontainers", "{}"));
    requests.put("create", ApiRequest.post(core(own, "configmaps"), named("ConfigMap")));
    requests.put("change", ApiRequest.patch(thePod, "{\"metadata\":{\"labels\":{\"x\":\"y\"}}}"));
    requests.put("delete", ApiRequest.delete(thePod));
    requests.put(
        "scale",
        ApiRequest.patch(
            "/apis/apps/v1/namespaces/%s/deployments/demo-api/scale".formatted(own),
            "{\"spec\":{\"replicas\":1}}"));
    requests.put(
        "roles",
        get("/apis/rbac.authorization.k8s.io/v1/namespaces/%s/rolebindings".formatted(own)));
    List<ApiWay> ways = new ArrayList<>();
    requests.forEach(
        (id, request) ->
            ways.add(way("viewer.own-" + id, "a viewer's right: " + id, own, SHUT, request)));
    return ways;
  }

  /** What it must not have of the cluster. */
  List<ApiWay> ofTheCluster() {
    List<ApiWay> ways = new ArrayList<>();
    for (String path :
        List.of(
            "/api/v1/nodes",
            "/api/v1/namespaces",
            "/api/v1/pods",
            "/api/v1/secrets",
            "/api/v1/events",
            "/api/v1/persistentvolumes",
            "/api/v1/nodes/" + node + "/proxy/pods",
            "/api/v1/namespaces/kube-system/secrets",
            "/apis/argoproj.io/v1alpha1/namespaces/argocd/applications",
            "/apis/rbac.authorization.k8s.io/v1/clusterroles",
            "/apis/apiextensions.k8s.io/v1/customresourcedefinitions",
            "/metrics",
            "/logs/")) {
      ways.add(way("viewer.cluster", "a viewer reads the cluster's", "cluster", SHUT, get(path)));
    }
    return ways;
  }

  private ApiWay way(
      String id,
      String title,
      String to,
      io.tenantproof.isolation.Expected expected,
      ApiRequest request) {
    return new ApiWay(
        new Vector("access." + id, Family.ACCESS, title, GUARDRAIL), own, to, expected, request);
  }

  private static ApiRequest get(String path) {
    return ApiRequest.get(path);
  }

  private static String core(String namespace, String rest) {
    return "/api/v1/namespaces/%s/%s".formatted(namespace, rest);
  }

  private static String named(String kind) {
    return "{\"apiVersion\":\"v1\",\"kind\":\"%s\",\"metadata\":{\"name\":\"tenantproof-probe\"}}"
        .formatted(kind);
  }
}
