package io.tenantproof.report;

import io.tenantproof.run.TestRun;
import io.tenantproof.run.TestStep;
import java.time.Duration;
import java.util.Locale;

/** Tests in words. */
public final class TestText {

  private TestText() {}

  /** As it stands in a sentence. */
  static String word(TestRun.Outcome outcome) {
    return outcome.name().toLowerCase(Locale.ROOT);
  }

  /** One sign, no two the same: who can't tell colours apart reads it. */
  static String mark(TestRun.Outcome outcome) {
    return switch (outcome) {
      case PASSED -> "✓";
      case FAILED -> "✗";
      case SKIPPED -> "–";
    };
  }

  /** What a step is, as it stands before what it says. */
  static String word(TestStep.Kind kind) {
    return kind.name().toLowerCase(Locale.ROOT);
  }

  /** The name of a test as a sentence: {@code aRevertRollsBack} is "a revert rolls back". */
  static String sentence(String name) {
    return name.replaceAll("(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])", " ")
        .toLowerCase(Locale.ROOT);
  }

  /** A time that something took. */
  public static String took(Duration time) {
    if (time.toHours() > 0) {
      return "%d h %02d min".formatted(time.toHours(), time.toMinutesPart());
    }
    return time.toMinutes() > 0
        ? "%d min %02d s".formatted(time.toMinutes(), time.toSecondsPart())
        : String.format(Locale.ROOT, "%.1f s", time.toMillis() / 1000.0);
  }

  /** A place on the clock of the run. */
  public static String clock(Duration sinceBegin) {
    return sinceBegin.toHours() > 0
        ? "%d:%02d:%02d"
            .formatted(sinceBegin.toHours(), sinceBegin.toMinutesPart(), sinceBegin.toSecondsPart())
        : "%d:%02d".formatted(sinceBegin.toMinutes(), sinceBegin.toSecondsPart());
  }

  /** A text that may be as long as a server likes, cut, with a sign for what can't be shown. */
  static String cut(String given, int longest) {
    String text = given.replaceAll("[\\p{Cc}&&[^\\n\\t]]", "\ufffd");
    return text.length() <= longest ? text : text.substring(0, longest) + "…";
  }
}
