package io.tenantproof.diagnostics;

import io.tenantproof.cluster.Cluster;
import java.nio.file.Path;
import java.util.Optional;

/** The API of a cluster in which a tenant's workload crashes, and whose objects hold secrets. */
final class BrokenCluster implements AutoCloseable {

  static final String PASSWORD = "hunter2-of-the-database";
  static final String TOKEN = "eyJhbGciOiJSUzI1NiJ9.eyJzdWIiOiJ2aWV3ZXIifQ.c2lnbmF0dXJl";

  private static final String POD =
      """
      {"apiVersion":"v1","kind":"Pod",
       "metadata":{"name":"demo-api-1","namespace":"tenant-a","managedFields":[{"manager":"x"}]},
       "spec":{"nodeName":"node-1","containers":[{"name":"demo-api","image":"demo-api:0.1.0",
         "env":[{"name":"DB_PASSWORD","value":"%s"},{"name":"TENANT","value":"tenant-a"}]}]},
       "status":{"phase":"Running",
         "conditions":[{"type":"Ready","status":"False","reason":"ContainersNotReady"}],
         "containerStatuses":[{"name":"demo-api","image":"docker.io/demo-api:0.1.0",
           "imageID":"docker.io/demo-api@sha256:%s","ready":false,"restartCount":3,
           "state":{"waiting":{"reason":"CrashLoopBackOff","message":"back-off 40s"}},
           "lastState":{"terminated":{"exitCode":137,"reason":"OOMKilled"}}}]}}
      """
          .formatted(PASSWORD, "ab".repeat(32));

  private final StubApi api = new StubApi();

  BrokenCluster() {
    String inTenant = "/api/v1/namespaces/tenant-a/";
    api.answers("/api/v1/namespaces", list("Namespace", named("Namespace", "tenant-a")))
        .answers("/api/v1/nodes", list("Node", node()))
        .answers("/api/v1/pods", list("Pod", POD))
        .answers("/version", "{\"major\":\"1\",\"minor\":\"36\",\"gitVersion\":\"v1.36.4+k3s1\"}")
        .answers(inTenant + "pods", list("Pod", POD))
        .answers(inTenant + "pods/demo-api-1", POD)
        .answers(inTenant + "pods/demo-api-1/log", "GET / with Authorization: Bearer " + TOKEN)
        .answers(inTenant + "pods/demo-api-1/log?previous", "OutOfMemoryError: Java heap space")
        .answers(inTenant + "events", list("Event", event()))
        .answers(inTenant + "configmaps", list("ConfigMap", configMap()))
        .answers(inTenant + "resourcequotas", list("ResourceQuota", named("ResourceQuota", "q")))
        .answers(
            "/apis/networking.k8s.io/v1/namespaces/tenant-a/networkpolicies",
            list("NetworkPolicy", named("NetworkPolicy", "default-deny")))
        .answers(
            "/apis/admissionregistration.k8s.io/v1/validatingadmissionpolicies",
            list(
                "ValidatingAdmissionPolicy", named("ValidatingAdmissionPolicy", "tenant-monitors")))
        .answers(
            "/apis/rbac.authorization.k8s.io/v1/clusterroles",
            """
            {"kind":"ClusterRoleList","apiVersion":"rbac.authorization.k8s.io/v1","items":[
              {"metadata":{"name":"view"}},
              {"metadata":{"name":"tenant-viewer","labels":{"app.kubernetes.io/instance":"argocd"}}}]}
            """)
        .answers(
            "/apis/argoproj.io/v1alpha1",
            """
            {"kind":"APIResourceList","groupVersion":"argoproj.io/v1alpha1","resources":[
              {"name":"applications","kind":"Application","namespaced":true,"verbs":["list"]}]}
            """)
        .answers(
            "/apis/argoproj.io/v1alpha1/namespaces/argocd/applications",
            list("Application", application()));
  }

  StubApi api() {
    return api;
  }

  Cluster cluster() {
    return new Cluster("broken", Path.of("kubeconfig"), api.client(), Optional.empty());
  }

  @Override
  public void close() {
    api.close();
  }

  private static String list(String kind, String item) {
    String version =
        switch (kind) {
          case "NetworkPolicy" -> "networking.k8s.io/v1";
          case "ValidatingAdmissionPolicy" -> "admissionregistration.k8s.io/v1";
          case "Application" -> "argoproj.io/v1alpha1";
          default -> "v1";
        };
    return "{\"apiVersion\":\"%s\",\"kind\":\"%sList\",\"metadata\":{},\"items\":[%s]}"
        .formatted(version, kind, item);
  }

  private static String named(String kind, String name) {
    return "{\"kind\":\"%s\",\"metadata\":{\"name\":\"%s\"}}".formatted(kind, name);
  }

  private static String node() {
    return """
    {"kind":"Node","metadata":{"name":"node-1"},"status":{
      "nodeInfo":{"kubeletVersion":"v1.36.4+k3s1","containerRuntimeVersion":"containerd://2.1.5",
        "osImage":"K3s","kernelVersion":"6.12","architecture":"amd64"},
      "conditions":[{"type":"MemoryPressure","status":"True","message":"too little memory"}]}}
    """;
  }

  private static String event() {
    return """
    {"kind":"Event","metadata":{"name":"e"},"type":"Warning","reason":"BackOff",
     "message":"Back-off restarting failed container","lastTimestamp":"2026-11-24T18:00:00Z",
     "involvedObject":{"kind":"Pod","name":"demo-api-1"}}
    """;
  }

  private static String configMap() {
    return """
    {"kind":"ConfigMap","metadata":{"name":"settings"},
     "data":{"greeting":"hello","database.password":"%s"}}
    """
        .formatted(PASSWORD);
  }

  private static String application() {
    return """
    {"apiVersion":"argoproj.io/v1alpha1","kind":"Application",
     "metadata":{"name":"tenant-a-demo-api","namespace":"argocd"},
     "spec":{"project":"tenant-a"},
     "status":{"sync":{"status":"OutOfSync","revision":"1f0c2ab"},"health":{"status":"Degraded"},
       "operationState":{"operation":{"sync":{"revision":"1f0c2ab"}},"phase":"Failed","message":"one or more objects failed to apply",
         "syncResult":{"revision":"1f0c2ab","resources":[{"kind":"Deployment","name":"demo-api",
           "status":"SyncFailed","message":"exceeded quota"}]}}}}
    """;
  }
}
