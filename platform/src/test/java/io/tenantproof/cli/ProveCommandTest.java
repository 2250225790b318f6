package io.tenantproof.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

class ProveCommandTest {

  @RegisterExtension private final Printed printed = new Printed();

  @Test
  void anUnknownFamilyIsRefusedWithThoseThatAreKnown() {
    assertThat(TenantProof.run("prove", "--family", "network", "--family", "netwerk")).isEqualTo(2);

    assertThat(printed.err())
        .startsWith("--family: expected network, ")
        .contains(", found \"netwerk\".");
  }

  @Test
  void aKnownFamilyIsNotWhatIsRefused(@TempDir Path folder) {
    assertThat(TenantProof.run("prove", "--family", "network", "--home=" + folder)).isEqualTo(2);

    assertThat(printed.err()).contains("is not in a TenantProof folder").doesNotContain("--family");
  }

  @Test
  void nothingButJsonIsForStandardOutputWhenAProgramReadsIt(@TempDir Path folder) {
    assertThat(TenantProof.run("prove", "--json", "-", "--home=" + folder)).isEqualTo(2);

    assertThat(printed.out()).isEmpty();
    assertThat(printed.err()).isNotBlank();
  }
}
