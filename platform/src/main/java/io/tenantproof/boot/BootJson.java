package io.tenantproof.boot;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.tenantproof.console.Facts;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** A boot, and what the last run of the specs took, for programs. */
public final class BootJson {

  private static final int RESOLUTION_MS = 1_000;

  private BootJson() {}

  /** Both as one JSON object. */
  public static String of(Boot boot, Optional<Suite> suite) {
    return Facts.json(
        new Document(
            1,
            boot.zero(),
            boot.took().toMillis(),
            RESOLUTION_MS,
            boot.legs().stream().map(Row::of).toList(),
            boot.critical().stream().map(Mark::id).toList(),
            boot.bound().map(leg -> leg.mark().id()),
            boot.unknown().stream()
                .map(one -> new Unknown(one.mark().id(), one.mark().title(), one.source()))
                .toList(),
            suite.map(Specs::of)));
  }

  private record Document(
      int format,
      Instant zero,
      long tookMs,
      int resolutionMs,
      List<Row> milestones,
      List<String> criticalPath,
      @JsonInclude(JsonInclude.Include.NON_ABSENT) Optional<String> boundBy,
      List<Unknown> unknown,
      @JsonInclude(JsonInclude.Include.NON_ABSENT) Optional<Specs> specs) {}

  private record Row(
      String id,
      String title,
      long atMs,
      @JsonInclude(JsonInclude.Include.NON_ABSENT) Optional<String> from,
      long tookMs,
      double share,
      boolean critical,
      String source) {

    static Row of(Leg leg) {
      return new Row(
          leg.mark().id(),
          leg.mark().title(),
          leg.at().toMillis(),
          leg.from().map(Mark::id),
          leg.took().toMillis(),
          leg.share(),
          leg.critical(),
          leg.source());
    }
  }

  private record Unknown(String id, String title, String why) {}

  private record Specs(
      Instant begin, long tookMs, long waitedMs, long watchedMs, List<Spec> parts) {

    static Specs of(Suite suite) {
      return new Specs(
          suite.begin(),
          suite.took().toMillis(),
          suite.waited().toMillis(),
          suite.watched().toMillis(),
          suite.parts().stream()
              .map(
                  part -> new Spec(part.name(), part.tests(), part.took().toMillis(), part.share()))
              .toList());
    }
  }

  private record Spec(String name, int tests, long tookMs, double share) {}
}
