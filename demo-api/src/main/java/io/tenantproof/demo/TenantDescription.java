package io.tenantproof.demo;

import io.helidon.json.JsonObject;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * The answer to "who are you": what both the page and the JSON say.
 *
 * @param tenantName the tenant the service belongs to
 * @param environment the stage, e.g. production
 * @param app name of the workload
 * @param version version of the workload
 * @param pod which copy of the workload answers
 * @param started when this copy began to serve, whole seconds
 * @param message what the operator wants said
 */
record TenantDescription(
    String tenantName,
    String environment,
    String app,
    String version,
    String pod,
    Instant started,
    String message) {

  static TenantDescription of(Settings.Identity identity, String version, Instant started) {
    return new TenantDescription(
        identity.tenantName(),
        identity.environment(),
        identity.app(),
        version,
        identity.pod(),
        started.truncatedTo(ChronoUnit.SECONDS),
        identity.message());
  }

  JsonObject toJson() {
    return JsonObject.builder()
        .set("tenantName", tenantName)
        .set("environment", environment)
        .set("app", app)
        .set("version", version)
        .set("pod", pod)
        .set("started", started.toString())
        .set("message", message)
        .build();
  }
}
