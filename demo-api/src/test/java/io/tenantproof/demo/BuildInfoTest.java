package io.tenantproof.demo;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class BuildInfoTest {

  @Test
  void knowsWhatTheBuildWrote() {
    BuildInfo build = BuildInfo.load();

    assertThat(build.version()).matches("\\d+\\.\\d+\\.\\d+.*");
    assertThat(build.revision()).isNotBlank().doesNotContain("$");
    assertThat(build.java()).startsWith("25");
  }
}
