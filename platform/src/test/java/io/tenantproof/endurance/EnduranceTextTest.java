package io.tenantproof.endurance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class EnduranceTextTest {

  private static final Results FAILED =
      new Results(List.of("A.two"), List.of("A.one"), List.of("B.b"));

  private static Footprint footprint(List<String> pods, long memory) {
    return new Footprint(
        Map.of(
            Gauge.PODS,
            Reading.of(pods),
            Gauge.ALL_PROCESSES,
            Reading.of(91),
            Gauge.NODE_MEMORY,
            Reading.of(memory * Laps.MIB)),
        List.of());
  }

  private static Account good() {
    return Laps.account(
            3,
            List.of(
                Laps.lap(1, Laps.PASSED, footprint(List.of("a"), 1900)),
                Laps.lap(2, Laps.PASSED, footprint(List.of("a", "b"), 2000)),
                Laps.lap(3, Laps.PASSED, footprint(List.of("a", "b"), 2010))))
        .startingFrom(new Footprint(Map.of(Gauge.ALL_PROCESSES, Reading.of(90)), List.of()));
  }

  @Test
  void eachRunIsARow() {
    assertThat(EnduranceText.of(good()).lines())
        .containsExactly(
            "",
            "   run result seconds tests failed skipped pods all-procs node-MiB",
            "before      -       -     -      -       -    -        90        -",
            "     1     ok      61     3      0       1    1        91     1900",
            "     2     ok      62     3      0       1    2        91     2000",
            "     3     ok      63     3      0       1    2        91     2010",
            "",
            "steady       memory of the node: +10.0 MiB a run (+0.5 %), +0.5 % from run 2 to run 3;"
                + " tolerated are 2 % a run and 25 % in all",
            "",
            "Good, 3 runs: nothing failed, nothing grew.");
  }

  @Test
  void whatFailedAndWhatGrewIsSaid() {
    Account account =
        Laps.account(
                20,
                List.of(
                    Laps.lap(1, Laps.PASSED, footprint(List.of("a"), 1900)),
                    Laps.lap(2, FAILED, footprint(List.of("a"), 2000)),
                    Laps.lap(
                        3,
                        Results.NONE,
                        new Footprint(
                            Map.of(Gauge.PODS, Reading.of(List.of("a", "tenant-a"))),
                            List.of("reused platform: no answer")))))
            .endedBecause("it was interrupted");

    assertThat(EnduranceText.of(account))
        .contains(
            "\n  2 failed      62     3      1       1    1        91     2000\n",
            "\n  3 failed      63     0      0       0    2         -        -\n",
            "not measured after run 3: reused platform: no answer\n",
            "flake        A.one failed in run 2, passed in 1\n",
            "broken       run 3: no test failed, and yet it is not good; target/endurance/run-3.log"
                + " says why\n",
            "growth       pods: 1 after run 2, 2 after run 3; only then: tenant-a\n")
        .endsWith("\nNot good, 3 of 20 runs (it was interrupted): 2 failed, grown: pods.\n");
  }

  @Test
  void fewRunsAreNotJudged() {
    assertThat(EnduranceText.of(Laps.account(1, List.of(Laps.with(1, Laps.PASSED)))))
        .endsWith(
            "Good, 1 run: nothing failed, and growth is not judged: that takes three runs.\n");
    assertThat(EnduranceText.of(Laps.account(2, List.of())))
        .endsWith("Nothing was shown: 0 of 2 runs.\n");
  }

  @Test
  void programsGetTheSame() {
    JsonNode json = JsonMapper.shared().readTree(EnduranceText.json(good()));

    assertThat(json.at("/format").asInt()).isEqualTo(1);
    assertThat(json.at("/good").asBoolean()).isTrue();
    assertThat(json.at("/planned").asInt()).isEqualTo(3);
    assertThat(json.has("deadlineMinutes")).isFalse();
    assertThat(json.at("/before/allProcesses/value").asInt()).isEqualTo(90);
    assertThat(json.at("/runs/1/footprint/pods/names/1").asString()).isEqualTo("b");
    assertThat(json.at("/runs/2/tookMs").asInt()).isEqualTo(63_000);
    assertThat(json.at("/runs/2/skipped/0").asString()).isEqualTo("B.b");
    assertThat(json.at("/judged/0/measure").asString()).isEqualTo("pods");
    assertThat(json.at("/judged/0/grew").asBoolean()).isFalse();
    assertThat(json.at("/judged/1/perRun").asDouble()).isEqualTo(10.0 * Laps.MIB);
  }

  @Test
  void flakesAreTold() {
    Account account =
        new Account(
            new Plan(2, true, List.of("A"), Optional.of(java.time.Duration.ofMinutes(90))),
            Optional.empty(),
            List.of(Laps.with(1, Laps.PASSED), Laps.with(2, FAILED)),
            "");
    JsonNode json = JsonMapper.shared().readTree(EnduranceText.json(account));

    assertThat(json.at("/fresh").asBoolean()).isTrue();
    assertThat(json.at("/deadlineMinutes").asInt()).isEqualTo(90);
    assertThat(json.at("/flakes/0/test").asString()).isEqualTo("A.one");
    assertThat(json.at("/flakes/0/failedIn/0").asInt()).isEqualTo(2);
  }
}
