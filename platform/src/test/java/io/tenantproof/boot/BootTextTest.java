package io.tenantproof.boot;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantproof.boot.Mark.Kind;
import io.tenantproof.run.BootStep;
import io.tenantproof.run.Inventory;
import io.tenantproof.run.Measurements;
import io.tenantproof.run.Run;
import io.tenantproof.run.TestRun;
import io.tenantproof.run.TestStep;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class BootTextTest {

  private static final Suite SUITE =
      Suite.of(
          new Run(
              Boots.STARTED,
              Duration.ofSeconds(200),
              List.of(
                  new BootStep("cluster", Boots.STARTED, Duration.ofSeconds(30), true, ""),
                  new BootStep("tenants", Boots.STARTED, Duration.ofSeconds(20), true, "")),
              List.of(test("GitOpsIT", 60), test("LogsIT", 30), test("GitOpsIT", 40)),
              Measurements.none("no"),
              Inventory.none("no"),
              Optional.empty()));

  private static TestRun test(String spec, int seconds) {
    return new TestRun(
        spec,
        "claim",
        Boots.STARTED,
        Duration.ofSeconds(seconds),
        TestRun.Outcome.PASSED,
        "",
        List.of(
            step(TestStep.Kind.DID, 1),
            step(TestStep.Kind.EXPECTED, seconds / 2),
            step(TestStep.Kind.WATCHED, 5)),
        List.of(),
        Optional.empty());
  }

  private static TestStep step(TestStep.Kind kind, int seconds) {
    return new TestStep(kind, "what", "seen", true, Boots.STARTED, Duration.ofSeconds(seconds));
  }

  @Test
  void eachMilestoneIsALineAndTheCriticalOnesAreMarked() {
    assertThat(new BootText(Boots.boot(Map.of()), Optional.empty()).table())
        .startsWith("\nSeconds since 2026-01-01T10:00:00Z: container started.\n")
        .contains("    30.5 s     30.5 s   37.7 %  * images imported after \"container started\"\n")
        .contains("     8.0 s      2.0 s    2.5 %    node n1 Ready after \"node n1 registered\"\n")
        .contains("Critical path: container started → images imported → node is up → ")
        .contains("It is bound by \"images imported\": 30.5 of 81.0 s, 38 %.\n")
        .contains("whole seconds")
        .doesNotContain("Not known")
        .endsWith("Specs: no run yet; `make verify` makes one.\n");
  }

  @Test
  void whatIsNotKnownIsSaidWithItsReason() {
    assertThat(new BootText(Boots.boot(Map.of(Mark.of(Kind.APIS), -1.0)), Optional.empty()).table())
        .contains("\nNot known:\n  all APIs answer: nobody knows\n");
  }

  @Test
  void theSpecsHaveTheirShareOfTheRun() {
    assertThat(new BootText(Boots.boot(Map.of()), Optional.of(SUITE)).table())
        .contains(
            "Specs of the run at 2026-01-01T10:00:00Z, 200 s; 65 s of it they waited for something,"
                + " 15 s they watched that it stays:")
        .contains("    50.0 s   25.0 %  boot of the platform\n")
        .contains("   100.0 s   50.0 %  GitOpsIT\n")
        .contains("    30.0 s   15.0 %  LogsIT\n");
  }

  @Test
  void programsGetTheSame() {
    JsonNode json =
        JsonMapper.shared()
            .readTree(
                BootJson.of(Boots.boot(Map.of(Mark.of(Kind.APIS), -1.0)), Optional.of(SUITE)));

    assertThat(json.path("tookMs").asInt()).isEqualTo(81_000);
    assertThat(json.path("zero").asString()).isEqualTo("2026-01-01T10:00:00Z");
    assertThat(json.path("boundBy").asString()).isEqualTo("images");
    assertThat(json.at("/criticalPath/0").asString()).isEqualTo("started");
    assertThat(json.at("/unknown/0/why").asString()).isEqualTo("nobody knows");
    assertThat(json.at("/specs/waitedMs").asInt()).isEqualTo(65_000);
    assertThat(json.at("/specs/parts/1/share").asDouble()).isEqualTo(0.5);
    assertThat(json.at("/milestones/5/id").asString()).isEqualTo("images");
    assertThat(json.at("/milestones/5/from").asString()).isEqualTo("started");
  }
}
