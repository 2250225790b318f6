package io.tenantproof.measured;

import io.tenantproof.report.TestText;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.stream.LongStream;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;

/**
 * Milestones on the clock of a boot, each with a bar from what it waited for.
 *
 * @param boot as {@code tenantproof bench boot} writes it
 */
record Gantt(JsonNode boot) {

  private static final List<Integer> STEPS = List.of(1, 2, 5, 10, 20, 30, 60, 120, 300, 600);
  private static final int TICKS = 6;
  private static final int LONGEST_STEP = 1_200;
  private static final double RIGHT = 0.95;

  // A bar that is thinner can't be seen.
  private static final double THINNEST = 0.004;

  /** A mark of the clock: where, its time, and the side of it that stands there. */
  record Tick(String x, String label, String anchor) {}

  /**
   * A milestone.
   *
   * @param label what it is
   * @param after what it waited for
   * @param critical whether the chain that ends last goes through it
   * @param x where its bar begins
   * @param width of its bar
   * @param at when it was reached
   * @param took how long, from what it waited for
   * @param share of the whole
   */
  record Lane(
      String label,
      String after,
      boolean critical,
      String x,
      String width,
      String at,
      String took,
      String share) {}

  List<Tick> ticks() {
    long all = Math.max(1, Math.round(whole() / 1000));
    int step = STEPS.stream().filter(one -> all / one <= TICKS).findFirst().orElse(LONGEST_STEP);
    return LongStream.iterate(0, second -> second <= all, second -> second + step)
        .mapToObj(second -> tick(second, 1000.0 * second / whole()))
        .toList();
  }

  private static Tick tick(long second, double share) {
    return new Tick(
        Numbers.percent(share),
        TestText.clock(Duration.ofSeconds(second)),
        share == 0 ? "start" : share > RIGHT ? "end" : "middle");
  }

  List<Lane> lanes() {
    return StreamSupport.stream(milestones().spliterator(), false).map(this::lane).toList();
  }

  private JsonNode milestones() {
    return boot.path("milestones");
  }

  private Lane lane(JsonNode one) {
    double at = Math.max(0, one.path("atMs").asDouble(0)) / whole();
    double width = Math.max(THINNEST, one.path("tookMs").asDouble(0) / whole());
    return new Lane(
        one.path("title").asString(""),
        title(one.path("from").asString("")),
        one.path("critical").asBoolean(false),
        Numbers.percent(Math.min(Math.max(0, at - width), 1 - THINNEST)),
        Numbers.percent(width),
        seconds(one.path("atMs").asDouble(0)),
        seconds(one.path("tookMs").asDouble(0)),
        Numbers.share(one.path("share").asDouble(0)));
  }

  private String title(String id) {
    return StreamSupport.stream(milestones().spliterator(), false)
        .filter(one -> one.path("id").asString("").equals(id))
        .map(one -> one.path("title").asString(""))
        .findFirst()
        .orElse("");
  }

  private double whole() {
    return Math.max(1, boot.path("tookMs").asDouble(1));
  }

  private static String seconds(double milliseconds) {
    return String.format(Locale.ROOT, "%.1f s", milliseconds / 1000);
  }
}
