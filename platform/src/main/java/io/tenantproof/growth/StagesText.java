package io.tenantproof.growth;

import io.tenantproof.console.Facts;
import java.time.Duration;
import java.util.List;
import java.util.Locale;

/** What was measured of a platform's growth, for people and for programs. */
public final class StagesText {

  private StagesText() {}

  /** A line each. */
  public static String table(List<Stage> stages) {
    StringBuilder text =
        new StringBuilder("\ntenants  added  all settled  commit known  pods    memory\n");
    for (Stage stage : stages) {
      text.append(
          String.format(
              Locale.ROOT,
              "%7d %6d %10.1f s %11.1f s %5d %9s%n",
              stage.tenants(),
              stage.added(),
              seconds(stage.settled()),
              seconds(stage.known()),
              stage.pods(),
              stage.memoryMib() == 0 ? "-" : stage.memoryMib() + " MiB"));
    }
    return text.toString();
  }

  /** The same as one JSON object. */
  public static String json(List<Stage> stages) {
    return Facts.json(new Document(1, stages.stream().map(Row::of).toList()));
  }

  private static double seconds(Duration duration) {
    return duration.toMillis() / 1000.0;
  }

  private record Document(int format, List<Row> stages) {}

  private record Row(
      int tenants, int added, long settledMs, long knownMs, int pods, long memoryMib) {

    static Row of(Stage stage) {
      return new Row(
          stage.tenants(),
          stage.added(),
          stage.settled().toMillis(),
          stage.known().toMillis(),
          stage.pods(),
          stage.memoryMib());
    }
  }
}
