package io.tenantproof.helm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HelmChartTest {

  @TempDir private Path folder;
  private Path chart;

  @BeforeEach
  void aChartWithALink() throws IOException {
    chart = Files.createDirectories(folder.resolve("chart"));
    Files.writeString(chart.resolve("Chart.yaml"), "{apiVersion: v2, name: some, version: 1.0.0}");
    Files.writeString(
        Files.createDirectories(chart.resolve("templates")).resolve("map.yaml"),
        """
        apiVersion: v1
        kind: ConfigMap
        metadata: {name: {{ .Release.Name }}, namespace: {{ .Release.Namespace }}}
        data: {said: {{ .Values.said | quote }}, linked: {{ .Files.Get "files/one" | quote }}}
        """);
    Files.writeString(
        Files.createDirectories(folder.resolve("outside")).resolve("one"), "from outside");
    Files.createSymbolicLink(chart.resolve("files"), Path.of("../outside"));
  }

  @Test
  void rendersWithWhatItsLinksLeadTo() {
    assertThat(new HelmChart(chart).render("one", "space", Map.of("said", "hello")))
        .contains("name: one, namespace: space", "said: \"hello\"", "linked: \"from outside\"");
    assertThat(chart.resolve("files")).isSymbolicLink();
  }

  @Test
  void aMistakeIsToldWithTheChartsName() throws IOException {
    Files.writeString(chart.resolve("templates/wrong.yaml"), "{{ .Values.said | nonsense }}");

    assertThatExceptionOfType(ReleaseFailed.class)
        .isThrownBy(() -> new HelmChart(chart).render("one", "space", Map.of()))
        .withMessageStartingWith("The chart chart can't be rendered for space: ");
  }
}
