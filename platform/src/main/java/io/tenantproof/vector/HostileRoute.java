package io.tenantproof.vector;

import java.util.List;

/** Ways into the cluster by a name that is not the tenant's. */
final class HostileRoute {

  private static final String HOSTS = "ValidatingAdmissionPolicy tenantproof-hosts";
  private static final String ANOTHERS = "shop.another.apps.example.internal";
  private static final String INGRESSES = "/apis/networking.k8s.io/v1/namespaces/%s/ingresses";
  private static final String GATEWAY = "gateway.networking.k8s.io/v1";

  private HostileRoute() {}

  /** All of them for a tenant's namespace; {@code free} is one without guardrails. */
  static List<HostileObject> all(String own, String free) {
    return List.of(
        ingress(
            own,
            free,
            "ingress-host",
            "an Ingress for another tenant's host",
            "{\"rules\":[{\"host\":\"%s\"}]}".formatted(ANOTHERS)),
        ingress(
            own,
            free,
            "ingress-any-host",
            "an Ingress for every host",
            "{\"defaultBackend\":{\"service\":{\"name\":\"demo-api\",\"port\":{\"number\":80}}}}"),
        ingress(
            own,
            free,
            "ingress-certificate",
            "an Ingress with a certificate for another tenant's host",
            "{\"rules\":[{\"host\":\"%s.apps.example.internal\"}],\"tls\":[{\"hosts\":[\"%s\"]}]}"
                .formatted(own, ANOTHERS)),
        gateway(
            own,
            free,
            "Gateway",
            "{\"gatewayClassName\":\"any\",\"listeners\":[{\"name\":\"http\",\"port\":80,\"protocol\":\"HTTP\",\"hostname\":\"%s\"}]}"
                .formatted(ANOTHERS)),
        gateway(own, free, "HTTPRoute", "{\"hostnames\":[\"%s\"]}".formatted(ANOTHERS)));
  }

  private static HostileObject ingress(
      String own, String free, String id, String title, String spec) {
    return HostileObject.created(
        own, free, id, title, HOSTS, INGRESSES, "networking.k8s.io/v1", "Ingress", spec);
  }

  // https://gateway-api.sigs.k8s.io/reference/spec/
  private static HostileObject gateway(String own, String free, String kind, String spec) {
    String plural = kind.toLowerCase(java.util.Locale.ROOT) + "s";
    return HostileObject.created(
        own,
        free,
        plural.substring(0, plural.length() - 1) + "-host",
        "a %s for another tenant's host".formatted(kind),
        HOSTS,
        "/apis/%s/namespaces/%%s/%s".formatted(GATEWAY, plural),
        GATEWAY,
        kind,
        spec);
  }
}
