package io.tenantproof.prometheus;

/**
 * A rule that Prometheus evaluates.
 *
 * @param group it is in
 * @param name of the alert or of the series it records
 * @param type alerting or recording
 * @param query its expression
 * @param health ok, err or unknown
 * @param lastError why it failed; empty when it did not
 * @param state firing, pending or inactive; empty for one that records
 */
public record Rule(
    String group,
    String name,
    String type,
    String query,
    String health,
    String lastError,
    String state) {}
