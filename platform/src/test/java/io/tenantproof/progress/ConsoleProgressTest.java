package io.tenantproof.progress;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantproof.progress.Progress.Step;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class ConsoleProgressTest {

  private static final String WIPE = "\r\u001b[2K";

  private final StringWriter shown = new StringWriter();
  private final SteppedClock clock = new SteppedClock();

  @Test
  void aStepIsTwoLinesWhereThereIsNoTerminal() {
    try (ConsoleProgress progress = progress(false);
        Step step = progress.begin("images")) {
      clock.goOn(Duration.ofMillis(2500));
      step.done("9 images, 2 built");
    }

    assertThat(lines())
        .containsExactly("… images", "✓ images                    2.5 s  9 images, 2 built");
  }

  @Test
  void aStepThatWasNotDoneHasFailedWhereItWas() {
    try (ConsoleProgress progress = progress(false);
        Step step = progress.begin("images")) {
      clock.goOn(Duration.ofSeconds(65));
      step.detail("image 3 of 9: linking");
    }

    assertThat(lines().getLast())
        .isEqualTo("✗ images                 1 min 05 s  image 3 of 9: linking");
  }

  @Test
  void aStepEndsOnce() {
    try (ConsoleProgress progress = progress(false)) {
      Step step = progress.begin("images");
      step.done("first");
      step.done("second");
      step.close();
    }

    assertThat(shown.toString()).contains("first").doesNotContain("second", "✗");
  }

  @Test
  void itIsNeverSilentForMoreThanEightSeconds() {
    try (ConsoleProgress progress = progress(false);
        Step step = progress.begin("images")) {
      step.detail("compiling");
      clock.goOn(Duration.ofMillis(7999));
      progress.tick();
      assertThat(lines()).as("before eight seconds").hasSize(1);

      clock.goOn(Duration.ofMillis(1));
      progress.tick();
      assertThat(lines()).last().isEqualTo("… images (8.0 s) compiling");

      progress.tick();
      assertThat(lines()).as("right after a line").hasSize(2);
    }
  }

  @Test
  void itTicksByItself() {
    try (ConsoleProgress progress = progress(true);
        Step step = progress.begin("images")) {
      step.detail("compiling");
      org.awaitility.Awaitility.await("a status line")
          .atMost(Duration.ofSeconds(5))
          .untilAsserted(() -> assertThat(shown.toString()).contains("images (0.0 s) compiling"));
    }
  }

  @Test
  void aTerminalHasOneStatusLineThatIsRedrawn() {
    try (ConsoleProgress progress = progress(true)) {
      Step images = progress.begin("images");
      Step cluster = progress.begin("cluster");
      images.detail("compiling");
      progress.tick();
      assertThat(shown.toString()).endsWith(WIPE + "images (0.0 s) compiling | cluster (0.0 s) ");

      cluster.done("ready");
      assertThat(shown.toString()).endsWith(WIPE + "✓ cluster                   0.0 s  ready\n");
      images.done("built");
    }

    assertThat(shown.toString()).as("no status line is left").endsWith("built\n" + WIPE);
  }

  @Test
  void theStatusLineFitsOneRow() {
    try (ConsoleProgress progress = progress(true);
        Step step = progress.begin("images")) {
      step.detail("x".repeat(300));
      progress.tick();
      String line = shown.toString().substring(shown.toString().lastIndexOf(WIPE) + WIPE.length());

      assertThat(line).hasSize(110).endsWith("…");
    }
  }

  @Test
  void aPlainLineHasRoomForWorksSideBySide() {
    try (ConsoleProgress progress = progress(false);
        Step step = progress.begin("images")) {
      step.detail("x".repeat(300));
      clock.goOn(Duration.ofSeconds(8));
      progress.tick();

      assertThat(lines()).last().asString().hasSize(242).endsWith("…");
    }
  }

  @Test
  void aNoteStandsOnItsOwn() {
    try (ConsoleProgress progress = progress(false)) {
      progress.note("http://127.0.0.1:18080");
    }

    assertThat(lines()).containsExactly("http://127.0.0.1:18080");
  }

  private ConsoleProgress progress(boolean terminal) {
    return new ConsoleProgress(new PrintWriter(shown), terminal, 120, clock);
  }

  private java.util.List<String> lines() {
    return shown.toString().lines().toList();
  }
}
