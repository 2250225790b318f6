package io.tenantproof.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

class BenchReportCommandTest {

  @RegisterExtension private final Printed printed = new Printed();

  @TempDir private Path home;

  @BeforeEach
  void aKit() throws IOException {
    Files.createDirectories(home.resolve("platform/images"));
    Files.writeString(home.resolve("platform/images/catalogue.yaml"), "");
    Files.createDirectories(home.resolve("gitops"));
  }

  @Test
  void makesThePageOfWhatIsThereAndSaysWhatIsNot() throws IOException {
    Files.createDirectories(home.resolve("target/bench"));
    Files.writeString(
        home.resolve("target/bench/growth.json"),
        """
        {"format": 1, "name": "growth", "measured": "2026-01-02T03:04:05Z",
         "machine": {"processors": 2, "memoryMib": 24093, "kernel": "Linux 6.1.0"},
         "result": {"format": 1, "stages": [{"tenants": 5, "added": 3, "settledMs": 15400,
           "knownMs": 8700, "pods": 26, "memoryMib": 4506}]}}
        """);

    assertThat(TenantProof.run("bench", "report", "--home=" + home)).isZero();

    Path page = home.resolve("target/bench/index.html");
    assertThat(printed.out())
        .contains("page     " + page)
        .contains("missing  tenantproof bench workload, tenantproof bench isolation,");
    assertThat(page).content().contains("5 tenants: 3 of them Synced and Healthy 15.4 s");
  }

  @Test
  void whereNothingIsMeasuredThePageSaysSo() {
    assertThat(TenantProof.run("bench", "report", "--home=" + home)).isZero();

    assertThat(home.resolve("target/bench/index.html")).content().contains("0 of 7 parts");
  }
}
