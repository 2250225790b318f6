package io.tenantproof.story;

import io.tenantproof.platform.ServiceDoor;
import io.tenantproof.platform.Stack;
import io.tenantproof.prometheus.Prometheus;
import io.tenantproof.prometheus.Sample;
import io.tenantproof.tenant.Tenant;
import io.tenantproof.wait.Expectation;
import io.tenantproof.wait.Outcome;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * Prometheus is asked for each tenant's requests.
 *
 * @param stage it is asked on
 */
record MetricsAct(Stage stage) {

  private static final String QUERY =
      "sort(sum by (tenant) (http_server_requests_total{tenant!=\"\"}))";
  private static final int PORT = 9090;

  Act act() {
    return new Act(
        "metrics",
        "Prometheus has the requests of each tenant, under the name of its namespace.",
        commands(),
        telling -> {
          ServiceDoor door = new ServiceDoor(stage.cluster(), Stack.NAMESPACE, "prometheus", PORT);
          List<Sample> found =
              door.ask(
                  address -> {
                    Prometheus prometheus = Prometheus.at(address);
                    stage.await(telling).until(ofEachTenant(prometheus));
                    return prometheus.query(QUERY);
                  });
          return new Ending.Seen(
              found.stream()
                  .map(
                      one ->
                          String.format(
                              Locale.ROOT,
                              "%s: %.0f requests counted",
                              one.label("tenant"),
                              one.value()))
                  .toList());
        });
  }

  private List<String> commands() {
    return List.of(
        "curl -s %s/api/v1/query --data-urlencode 'query=%s'"
            .formatted(
                stage.page("Prometheus").map(Object::toString).orElse("http://127.0.0.1:9090"),
                QUERY));
  }

  private Expectation ofEachTenant(Prometheus prometheus) {
    return new Expectation(
        "Prometheus has requests of each tenant",
        () -> {
          List<String> found =
              prometheus.query(QUERY).stream().map(one -> one.label("tenant")).toList();
          String missing =
              stage.tenants().stream()
                  .map(Tenant::name)
                  .filter(name -> !found.contains(name))
                  .collect(Collectors.joining(", "));
          return Outcome.of(
              missing.isEmpty(),
              missing.isEmpty() ? "of each" : "none yet of " + missing + "; it takes two scrapes");
        });
  }
}
