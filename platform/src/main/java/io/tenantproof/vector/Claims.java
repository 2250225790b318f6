package io.tenantproof.vector;

import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.GenericKubernetesResourceBuilder;
import io.tenantproof.probe.ProbeSpec;
import io.tenantproof.probe.Run;
import io.tenantproof.tenant.Tenant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a probe in a tenant's namespace says of itself though it is not so: that it is another's.
 */
final class Claims {

  /** The series that claims it. */
  static final String SERIES = "tenantproof_claim";

  private Claims() {}

  /** The probe with metrics that claim to be of the next tenant. */
  static ProbeSpec in(ProbeSpec probe, List<Tenant> tenants) {
    return claimed(probe.namespace(), tenants)
        .map(
            other ->
                probe.with(
                    "-metrics",
                    "%s{run=\"%s\",tenant=\"%s\"} 1".formatted(SERIES, probe.run().id(), other)))
        .orElse(probe);
  }

  /** Whom the probe of a namespace claims to be of; empty where there is nobody else. */
  static Optional<String> claimed(String namespace, List<Tenant> tenants) {
    for (int i = 0; i < tenants.size(); i++) {
      if (tenants.get(i).namespace().equals(namespace) && tenants.size() > 1) {
        return Optional.of(tenants.get((i + 1) % tenants.size()).name());
      }
    }
    return Optional.empty();
  }

  /** A ServiceMonitor that asks Prometheus to believe what the probe says. */
  static GenericKubernetesResource monitor(Run run, Tenant tenant) {
    return new GenericKubernetesResourceBuilder()
        .withApiVersion("monitoring.coreos.com/v1")
        .withKind("ServiceMonitor")
        .withMetadata(run.head(tenant.namespace(), run.name("probe")))
        .addToAdditionalProperties(
            "spec",
            Map.of(
                "selector",
                Map.of("matchLabels", Map.of(Run.LABEL, run.id())),
                "endpoints",
                List.of(Map.of("port", "tcp-8081", "interval", "1s", "honorLabels", true))))
        .build();
  }
}
