package io.tenantproof.story;

import io.tenantproof.platform.PrometheusDoor;
import io.tenantproof.prometheus.Sample;
import io.tenantproof.tenant.Tenant;
import io.tenantproof.wait.Expectation;
import io.tenantproof.wait.Outcome;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Prometheus is asked for each tenant's requests.
 *
 * @param stage it is asked on
 */
record MetricsAct(Stage stage) {

  Act act() {
    return new Act(
        "metrics",
        "Prometheus has the requests of each tenant, under the name of its namespace.",
        commands(),
        telling -> {
          List<String> seen = new ArrayList<>();
          for (Tenant tenant : stage.tenants()) {
            stage.await(telling).until(counted(tenant));
            seen.add(
                String.format(
                    Locale.ROOT,
                    "%s: %.0f requests counted",
                    tenant.name(),
                    requestsOf(tenant).orElseThrow()));
          }
          return new Ending.Seen(seen);
        });
  }

  private List<String> commands() {
    return List.of(
        "curl -s %s/api/v1/query --data-urlencode 'query=%s'"
            .formatted(
                stage.page("Prometheus").map(Object::toString).orElse("http://127.0.0.1:9090"),
                "sum by (tenant) (http_server_requests_total)"));
  }

  private Expectation counted(Tenant tenant) {
    return new Expectation(
        "Prometheus has requests of " + tenant.name(),
        () -> {
          boolean found = requestsOf(tenant).isPresent();
          return Outcome.of(found, found ? "there" : "none yet; it takes two scrapes");
        });
  }

  private Optional<Double> requestsOf(Tenant tenant) {
    return new PrometheusDoor(stage.cluster())
            .ask(
                tenant.namespace(),
                one ->
                    one.query(
                        "sum(http_server_requests_total{tenant=\"%s\"})".formatted(tenant.name())))
            .stream()
            .findFirst()
            .map(Sample::value);
  }
}
