package io.tenantproof.junit;

import io.fabric8.kubernetes.client.KubernetesClient;
import io.tenantproof.loki.Loki;
import io.tenantproof.platform.Platform;
import io.tenantproof.prometheus.Prometheus;
import io.tenantproof.scenario.Scenario;
import io.tenantproof.tenant.Tenant;
import io.tenantproof.tenant.Tenants;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import org.junit.jupiter.api.extension.ParameterContext;

/** What a test may take as a parameter. */
final class Injection {

  private static final Map<Class<?>, BiFunction<Scenario, ParameterContext, Object>> KINDS =
      Map.of(
          Scenario.class, (scenario, parameter) -> scenario,
          Platform.class, (scenario, parameter) -> scenario.platform(),
          Tenant.class, Injection::tenant,
          KubernetesClient.class, (scenario, parameter) -> scenario.platform().cluster().client(),
          Prometheus.class, (scenario, parameter) -> scenario.observability().prometheus(),
          Loki.class,
              (scenario, parameter) ->
                  scenario.observability().loki(tenant(scenario, parameter).namespace()));

  private Injection() {}

  static boolean supports(ParameterContext parameter) {
    return KINDS.containsKey(parameter.getParameter().getType());
  }

  static Object of(Scenario scenario, ParameterContext parameter) {
    return Optional.ofNullable(KINDS.get(parameter.getParameter().getType()))
        .orElseThrow()
        .apply(scenario, parameter);
  }

  private static Tenant tenant(Scenario scenario, ParameterContext parameter) {
    return parameter
        .findAnnotation(OfTenant.class)
        .map(named -> new Tenants(scenario.platform().tenants()).named(named.value()))
        .orElseGet(() -> scenario.platform().tenants().getFirst());
  }
}
