package io.tenantproof.helm;

import io.tenantproof.file.Checksum;
import io.tenantproof.file.FileTree;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** One text for all that decides what a chart installs. */
final class Fingerprint {

  // To be raised when a release is installed in another way than before.
  private static final String WAY = "1";

  private Fingerprint() {}

  /** Of a chart's files, its CRDs among them, and the values that are given to it. */
  static String of(Path chart, Map<String, Object> values) {
    Map<String, Object> files = new TreeMap<>();
    for (Path file : new FileTree(chart).files()) {
      files.put(chart.relativize(file).toString(), Checksum.of(file));
    }
    return Checksum.of(sorted(Map.of("way", WAY, "files", files, "values", values)));
  }

  // Maps have another order in each run.
  private static String sorted(Map<String, Object> parts) {
    return JsonMapper.builder()
        .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
        .build()
        .writeValueAsString(parts);
  }
}
