package io.tenantproof.grafana;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BadDashboardTest {

  private static final String GOOD = DashboardFilesTest.GOOD;

  @TempDir private Path gitops;

  @BeforeEach
  void makesTheFolder() throws IOException {
    Files.createDirectories(gitops.resolve("charts/observability/dashboards"));
  }

  @Test
  void namesTheLineThatIsNoJson() {
    write("board.json", GOOD.replace("\"title\": \"Board\",", "\"title\": \"Board\""));

    refused("gitops/charts/observability/dashboards/board.json: line 4: no JSON");
  }

  @Test
  void refusesAKeyThatIsThereTwice() {
    write(
        "board.json", GOOD.replace("\"title\": \"Board\",", "\"title\": \"A\", \"title\": \"B\","));

    refused("board.json: line 3: no JSON", "title");
  }

  @Test
  void refusesAUidThatIsNotTheFilesName() {
    write("other.json", GOOD);

    refused("other.json: uid is \"board\"; expected the file's name, \"other\"");
  }

  @Test
  void refusesASchemaOfAnotherGrafana() {
    write("board.json", GOOD.replace("41", "36"));

    refused("schemaVersion is 36");
  }

  @Test
  void refusesAPanelWithoutTitle() {
    write("board.json", GOOD.replace("\"title\": \"Up\",", ""));

    refused("panel 2 has no title");
  }

  @Test
  void refusesTwoPanelsWithOneId() {
    write("board.json", GOOD.replace("\"id\": 3", "\"id\": 2"));

    refused("two panels have the id 2");
  }

  @Test
  void refusesADataSourceThatIsNotProvisioned() {
    write("board.json", GOOD.replace("\"uid\": \"prometheus\"", "\"uid\": \"P1809F7CD0C75ACF3\""));

    refused("panel \"Up\": the data source", "P1809F7CD0C75ACF3", "prometheus and ${logs}");
  }

  @Test
  void refusesAQueryThatAsksAnotherDataSourceThanItsPanel() {
    write(
        "board.json",
        GOOD.replace(
            "[{\"datasource\": {\"type\": \"loki\", \"uid\": \"${logs}\"}",
            "[{\"datasource\": {\"type\": \"prometheus\", \"uid\": \"prometheus\"}"));

    refused("panel \"Lines\": a query asks another data source");
  }

  @Test
  void refusesAnEmptyQuery() {
    write("board.json", GOOD.replace("{tenant=\\\"$tenant\\\"} | json", " "));

    refused("panel \"Lines\" has an empty query");
  }

  @Test
  void refusesAPanelWithoutQuery() {
    write(
        "board.json",
        GOOD.replace(
            "\"text\", \"title\": \"Note\"", "\"stat\", \"title\": \"Note\", \"targets\": []"));

    refused("panel \"Note\" has no query");
  }

  @Test
  void refusesAVariableThatNobodyFillsIn() {
    write("board.json", GOOD.replace("sum(up", "sum(up{job=~\\\"$job\\\"} or up"));

    refused("panel \"Up\": the query uses $job; known are [__interval,", "sum(up{job");
  }

  @Test
  void refusesAVariableThatTheDashboardDoesNotDeclare() {
    write("board.json", GOOD.replace("\"name\": \"tenant\"", "\"name\": \"customer\""));

    refused("queries use $tenant, but the dashboard has no variable of that name");
  }

  @Test
  void refusesLogsWithoutTheVariableThatPicksTheTenantsDataSource() {
    write("board.json", GOOD.replace("\"name\": \"logs\"", "\"name\": \"lines\""));

    refused("panels ask ${logs}, but the dashboard has no variable of that name");
  }

  @Test
  void refusesAnotherKindOfFile() {
    write("board.yaml", "uid: board\n");

    refused("board.yaml: only files UID.json belong here");
  }

  @Test
  void refusesATreeWithoutDashboards() {
    refused("holds no dashboard");
  }

  private void refused(String... parts) {
    assertThatThrownBy(() -> new DashboardFiles(gitops).read())
        .isInstanceOf(BadDashboard.class)
        .hasMessageContainingAll(parts);
  }

  private void write(String name, String content) {
    try {
      Files.writeString(gitops.resolve("charts/observability/dashboards").resolve(name), content);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
