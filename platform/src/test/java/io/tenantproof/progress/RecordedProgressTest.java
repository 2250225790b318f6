package io.tenantproof.progress;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class RecordedProgressTest {

  private final SteppedClock clock = new SteppedClock();
  private final RecordedProgress progress = new RecordedProgress(Progress.silent(), clock);

  @Test
  void keepsWhatCameOfEachStep() {
    try (Progress.Step step = progress.begin("images")) {
      clock.goOn(Duration.ofSeconds(3));
      step.done("9 images");
    }
    try (Progress.Step step = progress.begin("cluster")) {
      clock.goOn(Duration.ofSeconds(2));
      step.detail("waiting for the API server");
    }

    assertThat(progress.ended())
        .extracting(one -> "%s %s %s %s".formatted(one.name(), one.took(), one.good(), one.said()))
        .containsExactly(
            "images PT3S true 9 images", "cluster PT2S false waiting for the API server");
  }
}
