package io.tenantproof.image;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class GoBuildLinesTest {

  private final GoBuildLines lines = new GoBuildLines("hello", "example.org/hello/cmd/hello");

  @Test
  void aModuleThatIsDownloadedIsNamed() {
    assertThat(lines.shown("go: downloading example.org/words v1.2.0"))
        .isEqualTo("hello: downloading example.org/words v1.2.0");
  }

  @Test
  void packagesAreCounted() {
    assertThat(lines.shown("internal/cpu\n"))
        .isEqualTo("hello: compiling, 1 packages, now internal/cpu");
    assertThat(lines.shown("example.org/hello"))
        .isEqualTo("hello: compiling, 2 packages, now example.org/hello");
  }

  @Test
  void theMainPackageIsTheLastAndThenTheBinaryIsLinked() {
    String before = lines.shown("example.org/hello");

    assertThat(before).doesNotContain("linking");
    assertThat(lines.shown("example.org/hello/cmd/hello")).isEqualTo("hello: linking 2 packages");
  }
}
