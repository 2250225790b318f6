package io.tenantproof.probe;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantproof.isolation.Observation;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ProbeLinesTest {

  private static final String WHOLE =
      "{\"id\":\"one\",\"outcome\":\"allowed\",\"seen\":\"connected\",\"attempts\":1,\"ms\":12}";

  private static String line(String outcome) {
    return "{\"id\":\"x\",\"outcome\":\"%s\",\"seen\":\"s\",\"attempts\":1}".formatted(outcome);
  }

  @Test
  void readsWhatAProbeSaw() {
    assertThat(ProbeLines.read(WHOLE + "\n"))
        .isEqualTo(
            Map.of(
                "one",
                new Observation(Observation.State.ALLOWED, "connected", Duration.ofMillis(12))));
  }

  @ParameterizedTest
  @CsvSource({"allowed, ALLOWED", "refused, REFUSED", "dropped, DROPPED", "failed, FAILED"})
  void knowsEveryOutcome(String outcome, Observation.State state) {
    assertThat(ProbeLines.read(line(outcome)).get("x")).extracting("state").isEqualTo(state);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "Dropped", "ok", "not-tried"})
  void anOutcomeThatIsNotKnownNeverCountsAsShut(String outcome) {
    assertThat(ProbeLines.read(line(outcome)).get("x"))
        .extracting("state")
        .isEqualTo(Observation.State.FAILED);
  }

  @Test
  void aLineWithoutAnOutcomeNeverCountsAsShut() {
    assertThat(ProbeLines.read("{\"id\":\"x\"}").get("x"))
        .extracting("state")
        .isEqualTo(Observation.State.FAILED);
  }

  @Test
  void aLineThatIsCutShortIsLeftOutWhereverItEnds() {
    for (int end = 1; end < WHOLE.length(); end++) {
      assertThat(ProbeLines.read(line("dropped") + "\n" + WHOLE.substring(0, end)))
          .as("a line cut after %d characters", end)
          .containsOnlyKeys("x");
    }
  }

  @Test
  void otherOutputIsLeftOut() {
    assertThat(ProbeLines.read("panic: out of memory\n" + WHOLE)).containsOnlyKeys("one");
    assertThat(ProbeLines.read("")).isEmpty();
  }

  @Test
  void severalAttemptsAreSaid() {
    assertThat(ProbeLines.read(WHOLE.replace("\"attempts\":1", "\"attempts\":3")).get("one"))
        .extracting("seen")
        .isEqualTo("connected (3 attempts)");
  }

  @Test
  void tellsAProbeOneCheckALineAndEndsWithAnEmptyOne() {
    String told =
        ProbeLines.of(
            List.of(
                Check.tcp("one", "10.42.0.7:8080"),
                Check.question("two", "10.43.0.10:53", "a\nb", "SRV")
                    .within(Duration.ofSeconds(4))));
    List<String> lines = told.lines().toList();
    JsonNode second = JsonMapper.builder().build().readTree(lines.get(1));

    assertThat(told).endsWith("\n\n");
    assertThat(lines).hasSize(3);
    assertThat(second.path("id").asString()).isEqualTo("two");
    assertThat(second.path("kind").asString()).isEqualTo("dns");
    assertThat(second.path("target").asString()).isEqualTo("10.43.0.10:53");
    assertThat(second.path("name").asString()).isEqualTo("a\nb");
    assertThat(second.path("type").asString()).isEqualTo("SRV");
    assertThat(second.path("forMs").asInt()).isEqualTo(4000);
  }
}
