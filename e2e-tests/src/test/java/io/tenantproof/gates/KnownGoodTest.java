package io.tenantproof.gates;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KnownGoodTest {

  @TempDir private Path folder;

  @Test
  void aTextIsKnownOnceItIsRemembered() {
    Path file = folder.resolve("not-yet/good");
    KnownGood first = KnownGood.of(file, "gate 1");
    assertThat(first.has("a")).isFalse();

    first.remember(List.of("a"));

    assertThat(KnownGood.of(file, "gate 1").has("a")).isTrue();
    assertThat(KnownGood.of(file, "gate 1").has("a ")).isFalse();
  }

  @Test
  void anotherVersionOfTheGateKnowsNothing() {
    Path file = folder.resolve("good");
    KnownGood.of(file, "gate 1").remember(List.of("a"));

    assertThat(KnownGood.of(file, "gate 2").has("a")).isFalse();
  }
}
