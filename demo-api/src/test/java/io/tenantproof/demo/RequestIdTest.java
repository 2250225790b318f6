package io.tenantproof.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RequestIdTest {

  private static final String UUID = "[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}";

  @Test
  void takesOverASaneName() {
    assertThat(RequestId.continuing(List.of("Check_out.42-a")).value()).isEqualTo("Check_out.42-a");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "a b", "a\"b", "a\nb", "ä"})
  void replacesAnythingElse(String sent) {
    assertThat(RequestId.continuing(List.of(sent)).value()).matches(UUID);
  }

  @Test
  void replacesNamesThatAreTooLongOrTooMany() {
    assertThat(RequestId.continuing(List.of("a".repeat(64))).value()).hasSize(64);
    assertThat(RequestId.continuing(List.of("a".repeat(65))).value()).matches(UUID);
    assertThat(RequestId.continuing(List.of("a", "b")).value()).matches(UUID);
  }
}
