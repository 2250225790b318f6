package io.tenantproof.specs;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantproof.junit.OnPlatform;
import io.tenantproof.junit.Quick;
import io.tenantproof.loki.Direction;
import io.tenantproof.loki.LogLine;
import io.tenantproof.loki.Window;
import io.tenantproof.scenario.Logs;
import io.tenantproof.scenario.Observability;
import io.tenantproof.scenario.Scenario;
import io.tenantproof.scenario.TenancySwitch;
import io.tenantproof.scenario.TenantView;
import io.tenantproof.scenario.TightLoki;
import io.tenantproof.wait.Expectation;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * Claim: a line that a tenant's pod writes is found by that tenant and nobody else, whole and once,
 * whatever the line or the pod says and whatever restarts meanwhile.
 */
@OnPlatform
class LogsIT {

  private static final String CLAIMING = "lines-claim-another-tenant";
  private static final String CLAIM = "{namespace=~\".+\"} |= \"claims to be of tenant-b\"";
  private static final Duration SOON = Duration.ofSeconds(10);
  private static final Duration A_WHILE = Duration.ofSeconds(15);
  private static final Duration LONG = Duration.ofMinutes(4);

  @Quick
  @Test
  void aLineIsFoundUnderItsTenantsLabelsAndNobodyElses(Scenario scenario) {
    scenario.isSettled();
    TenantView tenant = scenario.tenant("tenant-a");
    Logs logs = scenario.logs();
    String path = "/" + scenario.uniqueId();
    String query = "{namespace=~\".+\"} |= \"%s\"".formatted(path);
    Instant begin = Instant.now();

    tenant.request(path);
    LogLine line = logs.arrives("tenant-a", query, SOON);
    scenario.measured("a line is found after its request", Duration.between(begin, Instant.now()));

    assertThat(line.labels())
        .containsOnlyKeys("tenant", "app", "environment", "namespace", "pod", "container")
        .containsEntry("tenant", "tenant-a")
        .containsEntry("namespace", "tenant-a")
        .containsEntry("app", "demo-api")
        .containsEntry("container", "demo-api")
        .containsEntry("environment", "production");
    assertThat(line.label("pod")).isIn(tenant.running().pods());
    scenario.staysFor(
        A_WHILE, Expectation.none("orgs that have it too", () -> othersThatHave(logs, query)));
  }

  @Test
  void theFieldsOfAJsonLineCanBeAskedFor(Scenario scenario) {
    scenario.isSettled();
    Logs logs = scenario.logs();
    String path = "/" + scenario.uniqueId();

    scenario.tenant("tenant-a").request(path);

    String fields = "level=\"INFO\" | path=\"%s\" | trace_id=~\"[0-9a-f]{32}\"".formatted(path);
    logs.arrives("tenant-a", "{app=\"demo-api\"} | json | " + fields, SOON);
  }

  @Quick
  @Test
  void aLineAndAPodThatClaimAnotherTenantStayTheirOwn(Scenario scenario) {
    Logs logs = scenario.logs();
    scenario.isSettledAt(scenario.commitCase(CLAIMING));

    LogLine line = logs.arrives("tenant-a", CLAIM, LONG);

    assertThat(line.label("tenant")).isEqualTo("tenant-a");
    assertThat(line.label("namespace")).isEqualTo("tenant-a");
    scenario.staysFor(
        A_WHILE, Expectation.none("orgs that have it too", () -> othersThatHave(logs, CLAIM)));
  }

  @Test
  void withoutEnforcementTheSameLineIsTenantBs(Scenario scenario) {
    Logs logs = scenario.logs();

    scenario.commitCaseWithout(TenancySwitch.LOGS, CLAIMING);

    logs.arrives("tenant-b", CLAIM, LONG);
  }

  @Test
  void noLineIsLostInRotationAndRestarts(Scenario scenario) {
    NumberedLines expected = new NumberedLines(20_000);
    TenantView tenant = scenario.tenant("tenant-a");
    Logs logs = scenario.logs();
    String query = "{namespace=\"tenant-a\", app=\"twenty-thousand-lines\"}";
    scenario.commitCase("twenty-thousand-lines");

    logs.arrives("tenant-a", query + " |= \"line 00001 \"", LONG);
    scenario.observability().restartLogAgent();
    scenario.observability().restartLoki();
    logs.arrives("tenant-a", query + " |= \"line 20000 \"", LONG);
    List<LogLine> lines = logs.all("tenant-a", query);

    scenario.measured("lines lost of 20,000", expected.lost(lines).size());
    scenario.measured("lines doubled of 20,000", expected.doubled(lines).size());
    List<String> files = tenant.logFiles("twenty-thousand-lines");
    scenario.measured("files that the kubelet has rotated through", files);
    assertThat(files).as("without a rotation this shows nothing").hasSizeGreaterThan(1);
    assertThat(expected.lost(lines)).isEmpty();
  }

  @Test
  void longBrokenAndManyLinesKeepWhatTheySay(Scenario scenario) {
    Logs logs = scenario.logs();
    String query = "{namespace=\"tenant-a\", app=\"odd-lines\"}";
    scenario.commitCase("odd-lines");

    logs.arrives("tenant-a", query + " |= \"all written\"", LONG);
    OddLines lines = OddLines.of(logs.all("tenant-a", query));

    assertThat(lines.stackTrace())
        .containsExactly("Exception in thread main", "\tat first", "\tat second");
    assertThat(lines.longLine()).isEqualTo(OddLines.longLineAsWritten());
    assertThat(lines.broken()).startsWith("odd: ").endsWith(" :end-odd");
  }

  @Test
  void aFullVolumeIsToldAndWhatIsThereIsRead(Scenario scenario) {
    String test = scenario.uniqueId();
    String query = "{test=\"%s\"}".formatted(test);
    Window window = Window.since(Instant.now());
    try (TightLoki loki = TightLoki.start(scenario)) {
      assertThat(loki.push("tenant-a", test, "the first line")).isEqualTo(204);
      assertThat(loki.notWritten()).isZero();

      scenario.becomes(
          "its volume is full",
          () -> {
            for (int i = 0; i < 8; i++) {
              loki.push("tenant-a", test, TightLoki.incompressible());
            }
            return loki.notWritten() > 0;
          });

      assertThat(loki.log()).containsIgnoringCase("disk full");
      assertThat(loki.as("tenant-a").lines(query, window, 1, Direction.FORWARD))
          .extracting(LogLine::line)
          .containsExactly("the first line");
    }
  }

  private static List<String> othersThatHave(Logs logs, String query) {
    return List.of("tenant-b", Observability.PLATFORM_ORG).stream()
        .filter(org -> !logs.nothing(org, query))
        .toList();
  }
}
