package io.tenantproof.vector;

import io.tenantproof.tenant.Tenant;
import java.util.List;
import java.util.stream.Stream;

/**
 * Something other than a pod that a tenant's namespace must not take, and the same where nothing
 * refuses it.
 *
 * @param id as in "service-external-ip"
 * @param title in words
 * @param guardrail that refuses it
 * @param request that hands it in
 * @param control the same for a namespace without guardrails
 */
record HostileObject(
    String id, String title, String guardrail, ApiRequest request, ApiRequest control) {

  private static final String SERVICES = "ValidatingAdmissionPolicy tenantproof-services";
  private static final String NAMESPACES = "ValidatingAdmissionPolicy tenantproof-namespaces";
  private static final String MONITORS = "ValidatingAdmissionPolicy tenantproof-service-monitors";
  private static final String QUOTA = "ResourceQuota tenant";

  /** All of them for a tenant; {@code free} is a namespace without guardrails. */
  static List<HostileObject> all(Tenant tenant, String free) {
    String own = tenant.namespace();
    return Stream.of(HostileWorkload.all(own, free), HostileRoute.all(own, free), others(own, free))
        .flatMap(List::stream)
        .toList();
  }

  private static List<HostileObject> others(String own, String free) {
    return List.of(
        service(
            own,
            free,
            "service-external-ip",
            SERVICES,
            "{\"ports\":[{\"port\":80}],\"externalIPs\":[\"192.0.2.1\"]}"),
        service(
            own,
            free,
            "service-external-name",
            SERVICES,
            "{\"type\":\"ExternalName\",\"externalName\":\"api.example.org\"}"),
        service(
            own,
            free,
            "service-node-port",
            SERVICES + "; " + QUOTA,
            "{\"type\":\"NodePort\",\"ports\":[{\"port\":80}]}"),
        service(
            own,
            free,
            "service-load-balancer",
            SERVICES + "; " + QUOTA,
            "{\"type\":\"LoadBalancer\",\"ports\":[{\"port\":80}]}"),
        monitor(own, free, "monitor-any-namespace", "{\"any\":true}"),
        monitor(own, free, "monitor-other-namespace", "{\"matchNames\":[\"another\"]}"),
        created(
            own,
            free,
            "monitor-scrape-class",
            "a ServiceMonitor with a scrape class of the platform",
            MONITORS,
            "/apis/monitoring.coreos.com/v1/namespaces/%s/servicemonitors",
            "monitoring.coreos.com/v1",
            "ServiceMonitor",
            "{\"selector\":{},\"endpoints\":[{\"port\":\"http\"}],\"scrapeClass\":\"kubelet\"}"),
        created(
            own,
            free,
            "storage-quota",
            "a volume larger than the quota",
            QUOTA,
            "/api/v1/namespaces/%s/persistentvolumeclaims",
            "v1",
            "PersistentVolumeClaim",
            "{\"accessModes\":[\"ReadWriteOnce\"],\"resources\":{\"requests\":{\"storage\":\"100Ti\"}}}"),
        relabelled(
            own,
            free,
            "namespace-tenant",
            "the tenant's label changed",
            Tenant.LABEL,
            "tenantproof.io/any"),
        relabelled(
            own,
            free,
            "namespace-pod-security",
            "the Pod Security level lowered",
            "pod-security.kubernetes.io/enforce",
            "pod-security.kubernetes.io/enforce"));
  }

  private static HostileObject service(
      String own, String free, String id, String guardrail, String spec) {
    return created(
        own,
        free,
        id,
        "a Service: " + id.replace("service-", "").replace('-', ' '),
        guardrail,
        "/api/v1/namespaces/%s/services",
        "v1",
        "Service",
        spec);
  }

  private static HostileObject monitor(String own, String free, String id, String selector) {
    return created(
        own,
        free,
        id,
        "a ServiceMonitor that leaves its namespace",
        MONITORS,
        "/apis/monitoring.coreos.com/v1/namespaces/%s/servicemonitors",
        "monitoring.coreos.com/v1",
        "ServiceMonitor",
        "{\"selector\":{},\"endpoints\":[{\"port\":\"http\"}],\"namespaceSelector\":%s}"
            .formatted(selector));
  }

  /** One that a path takes. */
  static HostileObject created(
      String own,
      String free,
      String id,
      String title,
      String guardrail,
      String path,
      String version,
      String kind,
      String spec) {
    String body =
        "{\"apiVersion\":\"%s\",\"kind\":\"%s\",\"metadata\":{\"name\":\"tenantproof-probe\"},\"spec\":%s}"
            .formatted(version, kind, spec);
    return new HostileObject(
        id,
        title,
        guardrail,
        ApiRequest.post(path.formatted(own), body),
        ApiRequest.post(path.formatted(free), body));
  }

  // Where nothing guards it a label can be set; that of a tenant is guarded in every namespace, so
  // the control sets another.
  private static HostileObject relabelled(
      String own, String free, String id, String title, String label, String controlLabel) {
    return new HostileObject(
        id, title, NAMESPACES, relabel(own, label), relabel(free, controlLabel));
  }

  private static ApiRequest relabel(String namespace, String label) {
    return ApiRequest.patch(
        "/api/v1/namespaces/" + namespace,
        "{\"metadata\":{\"labels\":{\"%s\":\"baseline\"}}}".formatted(label));
  }
}
