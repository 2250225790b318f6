package io.tenantproof.grafana;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DashboardFilesTest {

  private static final Path KIT = Path.of("../gitops");

  static final String GOOD =
      """
      {
        "uid": "board",
        "title": "Board",
        "schemaVersion": 41,
        "templating": {"list": [
          {"name": "tenant", "type": "query"},
          {"name": "logs", "type": "datasource"}
        ]},
        "panels": [
          {"id": 1, "type": "row", "title": "Row", "panels": [
            {"id": 2, "type": "stat", "title": "Up",
             "datasource": {"type": "prometheus", "uid": "prometheus"},
             "targets": [{"datasource": {"type": "prometheus", "uid": "prometheus"},
                          "expr": "sum(up{tenant=\\"$tenant\\"})"}]}
          ]},
          {"id": 3, "type": "logs", "title": "Lines",
           "datasource": {"type": "loki", "uid": "${logs}"},
           "targets": [{"datasource": {"type": "loki", "uid": "${logs}"},
                        "expr": "{tenant=\\"$tenant\\"} | json"}]},
          {"id": 4, "type": "text", "title": "Note"}
        ]
      }
      """;

  @TempDir private Path gitops;

  @BeforeEach
  void makesTheFolder() throws IOException {
    Files.createDirectories(gitops.resolve("charts/observability/dashboards"));
  }

  @Test
  void readsTheKitsOwnDashboards() {
    assertThat(new DashboardFiles(KIT).read())
        .extracting(Dashboard::uid)
        .containsExactly("platform", "tenant", "tenants");
  }

  @Test
  void theKitsOwnQueriesHaveNoVariableLeftOnceTheyAreFilledIn() {
    assertThat(new DashboardFiles(KIT).read())
        .flatExtracting(Dashboard::queries)
        .hasSizeGreaterThan(40)
        .extracting(query -> query.with(VariablesTest.OF_TENANT_A).expression())
        .noneMatch(expression -> expression.contains("$"));
  }

  @Test
  void readsPanelsOfRowsToo() {
    write("board.json", GOOD);

    assertThat(new DashboardFiles(gitops).read())
        .singleElement()
        .satisfies(
            board -> {
              assertThat(board.panels())
                  .extracting(Panel::title)
                  .containsExactly("Row", "Up", "Lines", "Note");
              assertThat(board.queries())
                  .containsExactly(
                      new Query(DataSource.PROMETHEUS, "sum(up{tenant=\"$tenant\"})"),
                      new Query(DataSource.LOKI, "{tenant=\"$tenant\"} | json"));
            });
  }

  private void write(String name, String content) {
    try {
      Files.writeString(gitops.resolve("charts/observability/dashboards").resolve(name), content);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
