package io.tenantproof.endurance;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** What was seen, in the words of its JSON. */
record EnduranceFacts(
    int format,
    boolean good,
    int planned,
    boolean fresh,
    List<String> specs,
    @JsonInclude(JsonInclude.Include.NON_ABSENT) Optional<Long> deadlineMinutes,
    String end,
    Map<String, Reading> before,
    List<Row> runs,
    List<Trouble> flakes,
    List<Trouble> failures,
    List<Integer> broken,
    List<Judged> judged) {

  // Raised when a field goes or changes its meaning; a new field changes nothing for who reads.
  private static final int FORMAT = 1;

  /** One run. */
  record Row(
      int run,
      String begin,
      long tookMs,
      boolean good,
      boolean built,
      int tests,
      List<String> failed,
      List<String> skipped,
      Map<String, Reading> footprint,
      List<String> missing) {

    private static Row of(Lap lap) {
      return new Row(
          lap.number(),
          lap.begin().toString(),
          lap.took().toMillis(),
          lap.isGood(),
          lap.built(),
          lap.results().tests(),
          lap.results().failed(),
          lap.results().skipped(),
          readings(lap.footprint()),
          lap.footprint().missing());
    }
  }

  /** One measure; of a quantity with what a run adds, in its unit. */
  record Judged(
      String measure,
      boolean grew,
      String told,
      int from,
      int to,
      @JsonInclude(JsonInclude.Include.NON_ABSENT) Optional<Double> perRun) {

    private static Judged of(Course course) {
      return new Judged(
          course.gauge().key(),
          course.grew(),
          course.told(),
          course.from(),
          course.to(),
          course.trend().map(Trend::slope));
    }
  }

  static EnduranceFacts of(Account account) {
    Verdict verdict = Verdict.of(account);
    Plan plan = account.plan();
    return new EnduranceFacts(
        FORMAT,
        verdict.isGood(),
        plan.runs(),
        plan.fresh(),
        plan.specs(),
        plan.deadline().map(Duration::toMinutes),
        account.end(),
        account.before().map(EnduranceFacts::readings).orElse(Map.of()),
        account.laps().stream().map(Row::of).toList(),
        verdict.flakes(),
        verdict.failures(),
        verdict.broken(),
        verdict.courses().stream().map(Judged::of).toList());
  }

  private static Map<String, Reading> readings(Footprint footprint) {
    Map<String, Reading> readings = new TreeMap<>();
    footprint.readings().forEach((gauge, reading) -> readings.put(gauge.key(), reading));
    return readings;
  }
}
