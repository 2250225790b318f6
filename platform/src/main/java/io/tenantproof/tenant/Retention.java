package io.tenantproof.tenant;

import java.nio.file.Path;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/**
 * How long what tenants sent is kept, also of one that is gone.
 *
 * @param metrics as the chart says it, as in "7d"
 * @param logs likewise
 */
public record Retention(String metrics, String logs) {

  /** What the charts of a GitOps tree say. */
  public static Retention of(Path gitops) {
    JsonNode values =
        YAMLMapper.shared().readTree(gitops.resolve("charts/observability/values.yaml"));
    return new Retention(
        values.at("/metrics/retention").asString(), values.at("/loki/retention").asString());
  }
}
