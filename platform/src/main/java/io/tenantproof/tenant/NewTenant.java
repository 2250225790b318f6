package io.tenantproof.tenant;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import tools.jackson.dataformat.yaml.YAMLMapper;
import tools.jackson.dataformat.yaml.YAMLWriteFeature;

/**
 * A tenant that is to be.
 *
 * @param tenant who
 * @param tag of the image it is to run; empty for what the others run
 * @param replicas how many pods serve it
 * @param message that its page says
 */
public record NewTenant(Tenant tenant, Optional<String> tag, int replicas, String message) {

  private static final YAMLMapper YAML =
      YAMLMapper.builder()
          .disable(YAMLWriteFeature.WRITE_DOC_START_MARKER)
          .enable(YAMLWriteFeature.MINIMIZE_QUOTES)
          .enable(YAMLWriteFeature.ALWAYS_QUOTE_NUMBERS_AS_STRINGS)
          .build();

  /** The text of its file; {@code image} is what it runs. */
  String text(Map<String, String> image) {
    Map<String, Object> values = new LinkedHashMap<>();
    values.put("tenantName", tenant.name());
    values.put("environment", tenant.environment());
    values.put("image", image);
    values.put("replicaCount", replicas);
    values.put("message", message);
    return "# %s. CI changes image.tag and image.digest; people change the rest by pull request.\n%s"
        .formatted(tenant.name(), YAML.writeValueAsString(values));
  }
}
