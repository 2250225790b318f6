package io.tenantproof.scenario;

import io.tenantproof.http.HttpApi;
import io.tenantproof.http.Json;
import io.tenantproof.http.Parameters;
import io.tenantproof.loki.Loki;
import io.tenantproof.prometheus.Prometheus;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;

/**
 * Grafana, and what its data sources answer through it.
 *
 * @param base its address
 * @param user who asks
 * @param password of the user
 */
public record GrafanaServer(URI base, String user, String password) {

  /** The title of a dashboard that it has loaded. */
  public String titleOf(String uid) {
    return Json.of(
            api("")
                .get("dashboard " + uid, "api/dashboards/uid/" + uid, Parameters.NONE)
                .required())
        .at("/dashboard/title")
        .asString();
  }

  /** Its data source for metrics. */
  public Prometheus prometheus() {
    return new Prometheus(api("/api/datasources/proxy/uid/prometheus"));
  }

  /** Its data source for a tenant's lines; the data source itself says as whom it asks. */
  public Loki loki(String tenant) {
    return new Loki(api("/api/datasources/proxy/uid/loki-" + tenant), tenant);
  }

  private HttpApi api(String path) {
    String credentials =
        Base64.getEncoder()
            .encodeToString("%s:%s".formatted(user, password).getBytes(StandardCharsets.UTF_8));
    return new HttpApi(URI.create(base + path), Map.of("Authorization", "Basic " + credentials));
  }

  /** Where it is, without the password. */
  @Override
  public String toString() {
    return "Grafana at " + base;
  }
}
