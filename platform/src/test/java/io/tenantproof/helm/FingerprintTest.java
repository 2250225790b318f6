package io.tenantproof.helm;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FingerprintTest {

  @TempDir private Path chart;

  @BeforeEach
  void aChart() {
    write("Chart.yaml", "name: some");
    write("crds/one.yaml", "kind: CustomResourceDefinition");
  }

  @Test
  void theOrderOfValuesIsNoDifference() {
    Map<String, Object> there = new LinkedHashMap<>();
    there.put("a", Map.of("b", 1, "c", List.of(1, 2)));
    there.put("d", "x");
    Map<String, Object> back = new LinkedHashMap<>();
    back.put("d", "x");
    back.put("a", Map.of("c", List.of(1, 2), "b", 1));

    assertThat(Fingerprint.of(chart, there)).isEqualTo(Fingerprint.of(chart, back));
  }

  @Test
  void eachFileCounts() {
    String before = Fingerprint.of(chart, Map.of());
    write("crds/one.yaml", "kind: CustomResourceDefinition ");
    String changed = Fingerprint.of(chart, Map.of());
    write("templates/new.yaml", "");

    assertThat(List.of(before, changed, Fingerprint.of(chart, Map.of()))).doesNotHaveDuplicates();
  }

  @Test
  void eachValueCountsAndNoneIsShown() {
    String none = Fingerprint.of(chart, Map.of());
    String one = Fingerprint.of(chart, Map.of("user", Map.of("password", "opensesame")));
    String other = Fingerprint.of(chart, Map.of("user", Map.of("password", "opensesam")));

    assertThat(List.of(none, one, other))
        .doesNotHaveDuplicates()
        .allSatisfy(text -> assertThat(text).matches("[0-9a-f]{64}"));
  }

  private void write(String name, String text) {
    try {
      Path file = chart.resolve(name);
      Files.createDirectories(file.getParent());
      Files.writeString(file, text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
