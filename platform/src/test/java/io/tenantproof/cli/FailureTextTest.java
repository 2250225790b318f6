package io.tenantproof.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantproof.yaml.HostileTexts;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

class FailureTextTest {

  @RegisterExtension private final Printed printed = new Printed();

  @TempDir private Path home;

  @Test
  void aDefectIsToldAsOne() {
    for (Throwable defect :
        List.of(new StackOverflowError(), new NullPointerException("\"x\" is null"))) {
      assertThat(told(defect))
          .startsWith("This is a defect of TenantProof (" + defect.getClass().getName())
          .contains("--debug=true")
          .doesNotContain("\tat ");
    }
  }

  @Test
  void whatAFileSaysDoesNotMoveTheCursor() {
    assertThat(told(new IllegalStateException("a\u001b[2Jb\rc\u009bd\u202ee\u0000\n\tf")))
        .isEqualTo("a?[2Jb?c?d?e?\n\tf");
    assertThat(told(new IllegalStateException("x".repeat(50_000)))).hasSizeLessThan(21_000);
  }

  @Test
  void noTenantsFileMakesTheCommandLinePrintAStackTrace() throws IOException {
    Files.createDirectories(home.resolve("platform/images"));
    Files.writeString(home.resolve("platform/images/catalogue.yaml"), "");
    Files.createDirectories(home.resolve("gitops/tenants"));
    Files.createDirectories(home.resolve("gitops/charts/demo-api"));
    for (String file : List.of("values.schema.json", "values.yaml")) {
      Files.copy(
          Path.of("../gitops/charts/demo-api", file),
          home.resolve("gitops/charts/demo-api/" + file));
    }
    Path tenant = home.resolve("gitops/tenants/tenant-x-values.yaml");
    new HostileTexts("tenantName: tenant-x\nenvironment: test\nimage: {tag: \"1\"}\n")
        .worst()
        .forEach(
            text -> {
              write(tenant, text);
              assertThat(TenantProof.run("tenant", "list", "--home=" + home)).isIn(0, 1);
            });

    assertThat(printed.err())
        .contains("gitops/tenants/tenant-x-values.yaml: line 1: ")
        .doesNotContain("\tat ", "Exception", "defect", "\u001b]", "\u0007");
  }

  private static void write(Path file, byte[] text) {
    try {
      Files.write(file, text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String told(Throwable failure) {
    StringWriter text = new StringWriter();
    FailureText.print(failure, false, new PrintWriter(text));
    return text.toString().strip();
  }
}
