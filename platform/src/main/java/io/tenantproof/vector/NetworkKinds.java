package io.tenantproof.vector;

import io.tenantproof.isolation.Family;
import io.tenantproof.isolation.Vector;
import io.tenantproof.probe.Check;
import io.tenantproof.vector.NetworkVectors.Destination;
import java.util.Locale;

/** The vectors of the network, and which policy stops each. */
final class NetworkKinds {

  private static final String BOTH = "NetworkPolicy default-deny of both tenants";

  static final Vector OWN =
      of("in-namespace", "a tenant's own pods", "NetworkPolicy in-namespace lets it pass");
  static final Vector SCRAPE =
      of("scrape", "Prometheus on the port of the metrics", "NetworkPolicy metrics lets it pass");
  static final Vector NEIGHBOUR =
      of(
          "neighbour",
          "another pod of Prometheus' namespace",
          "NetworkPolicy metrics: pod and namespace of Prometheus, both");
  static final Vector PROMETHEUS =
      of(
          "prometheus-elsewhere",
          "Prometheus on another port than that of the metrics",
          "NetworkPolicy metrics: one port");

  private NetworkKinds() {}

  static Vector between(Destination destination, Check.Kind kind) {
    String how =
        switch (destination) {
          case POD -> "a pod's address";
          case SERVICE -> "a Service's address";
          case NAME -> "a Service's name";
        };
    return of(
        "%s.%s".formatted(lower(destination), lower(kind)), "%s to %s".formatted(kind, how), BOTH);
  }

  static Vector out(Check.Kind kind) {
    return of(
        "out." + lower(kind),
        kind + " to a namespace without any policy",
        "NetworkPolicy default-deny of the sender (egress)");
  }

  static Vector in(Check.Kind kind) {
    return of(
        "in." + lower(kind),
        kind + " from a namespace without any policy, labelled as Prometheus",
        "NetworkPolicy default-deny of the receiver (ingress)");
  }

  static Vector of(String id, String title, String guardrail) {
    return new Vector("network." + id, Family.NETWORK, title, guardrail);
  }

  private static String lower(Enum<?> one) {
    return one.name().toLowerCase(Locale.ROOT);
  }
}
