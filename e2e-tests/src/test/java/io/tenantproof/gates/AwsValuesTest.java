package io.tenantproof.gates;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.marcnuri.helm.Helm;
import com.marcnuri.helm.TemplateCommand;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** The values of docs/aws fit the charts that they are for, and leave no image elsewhere. */
class AwsValuesTest {

  private static final String REGISTRY = "111122223333.dkr.ecr.eu-central-1.amazonaws.com/";

  @TempDir private Path folder = Path.of("");

  @ParameterizedTest
  @CsvSource({
    "gitops/charts/observability, observability-values.yaml, 7",
    "platform/charts/argo-cd, argo-cd-values.yaml, 2"
  })
  void everyImageComesFromTheRegistry(String chart, String values, int images) {
    List<String> found =
        Rendered.by(template(chart).withValuesFile(file(values))).objects().stream()
            .flatMap(object -> object.findValuesAsString("image").stream())
            .distinct()
            .toList();

    assertThat(found)
        .hasSizeGreaterThanOrEqualTo(images - 1)
        .allSatisfy(image -> assertThat(image).startsWith(REGISTRY));
  }

  @Test
  void theAdmissionPolicyAdmitsTheRegistryAlone() {
    String policies =
        Rendered.by(
                template("gitops/platform")
                    .withValuesFile(file("platform-values.yaml"))
                    .set("source.repoURL", "https://git.example.com/kit.git")
                    .set("source.revision", "main"))
            .of("ValidatingAdmissionPolicy")
            .toString();

    assertThat(policies).contains(REGISTRY + "tenantproof/").doesNotContain("ghcr.io/");
  }

  @Test
  void volumesAreAsLargeAsTheFileSays() {
    JsonNode prometheus =
        Rendered.by(
                template("gitops/charts/observability")
                    .withValuesFile(file("observability-values.yaml")))
            .one("Prometheus", "platform");

    assertThat(prometheus.toString()).contains("50Gi", "15d");
  }

  @Test
  void aKeyThatTheChartDoesNotHaveIsRefused() throws IOException {
    Path wrong = folder.resolve("wrong.yaml");
    Files.writeString(
        wrong, Files.readString(file("observability-values.yaml")) + "\nremoteWrites: []\n");

    assertThatThrownBy(() -> template("gitops/charts/observability").withValuesFile(wrong).call())
        .hasMessageContaining("remoteWrites");
  }

  private TemplateCommand template(String chart) {
    Path copy = Rendered.copied(chart, folder.resolve("chart"));
    try {
      // It asks a cluster whether its passwords are there already.
      Files.deleteIfExists(copy.resolve("templates/secrets.yaml"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new Helm(copy).template().withName("argocd").withNamespace("argocd");
  }

  private static Path file(String name) {
    return SourceTree.find().root().resolve("docs/aws").resolve(name);
  }
}
