package io.tenantproof.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProveCommandTest {

  private final PrintStream out = System.out;
  private final PrintStream err = System.err;
  private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
  private final ByteArrayOutputStream complained = new ByteArrayOutputStream();

  @BeforeEach
  void listen() {
    System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
    System.setErr(new PrintStream(complained, true, StandardCharsets.UTF_8));
  }

  @AfterEach
  void restore() {
    System.setOut(out);
    System.setErr(err);
  }

  @Test
  void anUnknownFamilyIsRefusedWithThoseThatAreKnown() {
    assertThat(TenantProof.run("prove", "--family", "network", "--family", "netwerk")).isEqualTo(2);

    assertThat(complained.toString(StandardCharsets.UTF_8))
        .startsWith("--family: expected network, ")
        .contains(", found \"netwerk\".");
  }

  @Test
  void aKnownFamilyIsNotWhatIsRefused(@TempDir Path folder) {
    assertThat(TenantProof.run("prove", "--family", "network", "--home=" + folder)).isEqualTo(2);

    assertThat(complained.toString(StandardCharsets.UTF_8))
        .contains("is not in a TenantProof folder")
        .doesNotContain("--family");
  }

  @Test
  void nothingButJsonIsForStandardOutputWhenAProgramReadsIt(@TempDir Path folder) {
    assertThat(TenantProof.run("prove", "--json", "-", "--home=" + folder)).isEqualTo(2);

    assertThat(printed.toString(StandardCharsets.UTF_8)).isEmpty();
    assertThat(complained.toString(StandardCharsets.UTF_8)).isNotBlank();
  }
}
