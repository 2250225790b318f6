package io.tenantproof.vector;

import io.fabric8.kubernetes.client.KubernetesClient;
import io.tenantproof.isolation.Expected;
import io.tenantproof.isolation.Family;
import io.tenantproof.isolation.Finding;
import io.tenantproof.isolation.Observation;
import io.tenantproof.isolation.Vector;
import io.tenantproof.tenant.Tenant;
import io.tenantproof.wait.Together;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Metrics and logs: a viewer reads those of its tenant and no other, and nobody can put something
 * under another tenant's name.
 */
public final class ObservabilityVectors implements Vectors {

  private static final String VIEWS = "Services metrics-view and logs-view of the tenant";
  private static final String RIGHTS = "ClusterRole tenant-viewer: services/proxy of two names";
  private static final Vector READS = vector("reads", "a viewer reads its metrics and logs", VIEWS);
  private static final Vector OTHERS =
      vector("others", "a viewer asks its views for another tenant's", VIEWS);
  private static final Vector ELSEWHERE =
      vector("elsewhere", "a viewer asks another tenant's views", RIGHTS);
  private static final Vector DIRECT =
      vector("direct", "a viewer asks Prometheus and Loki themselves", RIGHTS);
  private static final String ALL_SERIES = "up";
  private static final String ALL_LINES = "{namespace=~\".+\"}";

  @Override
  public Family family() {
    return Family.OBSERVABILITY;
  }

  @Override
  public List<Finding> explore(Ground ground) {
    if (!PlatformTargets.present(ground.cluster().client()).contains(Backends.NAMESPACE)) {
      return List.of(
          new Finding(
              READS,
              "tenants",
              "observability",
              "namespace " + Backends.NAMESPACE,
              Expected.OPEN,
              Observation.notTried("this cluster has no namespace " + Backends.NAMESPACE),
              Optional.empty()));
    }
    return Together.each(
        List.<java.util.function.Supplier<List<Finding>>>of(
            () -> Together.each(ground.tenants(), tenant -> viewed(ground, tenant)),
            () ->
                Together.each(
                    ground.tenants(), new SpoofVectors(ground, ground.stores())::explore)),
        java.util.function.Supplier::get);
  }

  private static List<Finding> viewed(Ground ground, Tenant tenant) {
    KubernetesClient client = ground.cluster().client();
    Optional<Identity> viewer = Identity.serviceAccount(client, tenant.namespace(), "viewer");
    if (viewer.isEmpty()) {
      return List.of(
          new Finding(
              READS,
              tenant.name(),
              tenant.name(),
              "ServiceAccount viewer",
              Expected.OPEN,
              Observation.refused("there is no ServiceAccount viewer"),
              Optional.empty()));
    }
    try (Identity asker = viewer.get()) {
      Asked asked = new Asked(asker, Identity.ofTheRun(client), tenant, ground.stores());
      List<Finding> findings = new ArrayList<>(asked.own());
      for (Tenant other : ground.others(tenant)) {
        findings.addAll(asked.ofAnother(other));
      }
      return findings;
    }
  }

  private record Asked(Identity viewer, Identity run, Tenant tenant, Stores stores) {

    List<Finding> own() {
      return List.of(
          open(Backends.series(Backends.metricsView(tenant.namespace()), ALL_SERIES)),
          open(Backends.lines(Backends.logsView(tenant.namespace()), ALL_LINES)));
    }

    List<Finding> ofAnother(Tenant other) {
      String metrics = Backends.metricsView(tenant.namespace());
      String logs = Backends.logsView(tenant.namespace());
      String named = "up{tenant=\"%s\"}".formatted(other.name());
      ApiRequest anySeries = Backends.series(stores.prometheus(other.namespace()), ALL_SERIES);
      ApiRequest anyLines = Backends.lines(stores.loki(other.namespace()), ALL_LINES);
      Map<String, String> org = Backends.org(other.namespace());
      return List.of(
          shut(OTHERS, other, Backends.series(metrics, named), Map.of(), anySeries),
          shut(OTHERS, other, Backends.series(metrics, ALL_SERIES), Map.of(), anySeries),
          shut(
              OTHERS,
              other,
              Backends.series(metrics, "up or {__name__=~\"up\",tenant=~\".+\"}"),
              Map.of(),
              anySeries),
          shut(OTHERS, other, Backends.lines(logs, ALL_LINES), org, anyLines),
          shut(
              ELSEWHERE,
              other,
              Backends.series(Backends.metricsView(other.namespace()), ALL_SERIES),
              Map.of(),
              Backends.series(Backends.metricsView(other.namespace()), ALL_SERIES)),
          shut(
              ELSEWHERE,
              other,
              Backends.lines(Backends.logsView(other.namespace()), ALL_LINES),
              Map.of(),
              Backends.lines(Backends.logsView(other.namespace()), ALL_LINES)),
          shut(DIRECT, other, anySeries, Map.of(), anySeries),
          shut(DIRECT, other, anyLines, org, anyLines));
    }

    private Finding open(ApiRequest request) {
      return new Finding(
          READS,
          tenant.name(),
          tenant.name(),
          request.toString(),
          Expected.OPEN,
          seen(viewer, request, Map.of(), tenant),
          Optional.empty());
    }

    private Finding shut(
        Vector vector,
        Tenant other,
        ApiRequest request,
        Map<String, String> headers,
        ApiRequest control) {
      Map<String, String> org = Backends.org(other.namespace());
      return new Finding(
          vector,
          tenant.name(),
          other.name(),
          request.toString(),
          Expected.SHUT,
          seen(viewer, request, headers, other),
          Optional.of(seen(run, control, org, other)));
    }

    private static Observation seen(
        Identity asker, ApiRequest request, Map<String, String> headers, Tenant of) {
      try {
        return Backends.ofTenant(asker.answer(request, headers), of.name());
      } catch (Identity.Unanswered e) {
        return Observation.failed(String.valueOf(e.getMessage()));
      }
    }
  }

  static Vector vector(String id, String title, String guardrail) {
    return new Vector("observability." + id, Family.OBSERVABILITY, title, guardrail);
  }
}
