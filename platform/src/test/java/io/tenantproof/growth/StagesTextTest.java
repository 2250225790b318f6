package io.tenantproof.growth;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class StagesTextTest {

  private static final List<Stage> STAGES =
      List.of(
          new Stage(5, 3, Duration.ofMillis(21_340), Duration.ofMillis(4_210), 41, 2345),
          new Stage(25, 20, Duration.ofSeconds(130), Duration.ofSeconds(12), 81, 0));

  @Test
  void eachStageIsALine() {
    assertThat(StagesText.table(STAGES).lines())
        .containsExactly(
            "",
            "tenants  added  all settled  commit known  pods    memory",
            "      5      3       21.3 s         4.2 s    41  2345 MiB",
            "     25     20      130.0 s        12.0 s    81         -");
  }

  @Test
  void programsGetTheSame() {
    JsonNode json = JsonMapper.shared().readTree(StagesText.json(STAGES));

    assertThat(json.at("/stages/1/settledMs").asInt()).isEqualTo(130_000);
    assertThat(json.at("/stages/0/memoryMib").asInt()).isEqualTo(2345);
  }
}
