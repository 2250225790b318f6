package io.tenantproof.platform;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantproof.image.ImageName;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class StackTest {

  @Test
  void officialImagesAreGenerationThree() {
    Stack stack =
        stackOf(
            Map.of(
                "loki", new ImageName("grafana/loki", "3.7.8"),
                "log-agent", new ImageName("grafana/promtail", "3.6.11"),
                "grafana", new ImageName("grafana/grafana", "12.4.11")));

    assertThat(stack).isEqualTo(Stack.OFFICIAL);
  }

  @Test
  void whatWasBuiltIsGenerationTwoAndWhatIsMissingIsLeftOut() {
    Stack stack =
        stackOf(
            Map.of(
                "loki", new ImageName("grafana/loki", "2.2.1"),
                "log-agent", new ImageName("grafana/promtail", "3.6.11")));

    assertThat(stack).isEqualTo(new Stack(2, 3, false));
    assertThat(stack.values())
        .containsEntry("loki", 2)
        .containsEntry("logAgent", 3)
        .containsEntry("grafana", false);
  }

  private static Stack stackOf(Map<String, ImageName> chosen) {
    return Stack.of(need -> Optional.ofNullable(chosen.get(need)));
  }
}
