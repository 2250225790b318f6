package io.tenantproof.grafana;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;

/** Reads one dashboard and notes all that is wrong with it. */
final class DashboardReader {

  private static final Set<String> WITHOUT_QUERY = Set.of("row", "text");

  /** Of Grafana 12. */
  private static final int SCHEMA = 41;

  private final String expectedUid;
  private final JsonNode root;
  private final List<String> problems = new ArrayList<>();
  private final Set<Integer> ids = new HashSet<>();

  DashboardReader(String expectedUid, JsonNode root) {
    this.expectedUid = expectedUid;
    this.root = root;
  }

  /** What is wrong with what was read. */
  List<String> problems() {
    return List.copyOf(problems);
  }

  Dashboard read() {
    String uid = text(root, "uid");
    if (!uid.equals(expectedUid)) {
      problems.add("uid is \"%s\"; expected the file's name, \"%s\".".formatted(uid, expectedUid));
    }
    if (text(root, "title").isBlank()) {
      problems.add("the dashboard has no title.");
    }
    if (root.path("schemaVersion").asInt(0) != SCHEMA) {
      problems.add(
          "schemaVersion is %s; expected %d, Grafana 12's."
              .formatted(root.path("schemaVersion"), SCHEMA));
    }
    List<Panel> panels = panels(root);
    if (panels.isEmpty()) {
      problems.add("the dashboard has no panel.");
    }
    Dashboard dashboard = new Dashboard(uid, text(root, "title"), panels);
    checkDeclared(dashboard);
    return dashboard;
  }

  private List<Panel> panels(JsonNode parent) {
    List<Panel> panels = new ArrayList<>();
    for (JsonNode node : parent.path("panels").values()) {
      panels.add(panel(node));
      panels.addAll(panels(node));
    }
    return panels;
  }

  private Panel panel(JsonNode node) {
    String title = text(node, "title");
    String type = text(node, "type");
    int id = node.path("id").asInt(0);
    if (!ids.add(id)) {
      problems.add("two panels have the id %d.".formatted(id));
    }
    if (title.isBlank()) {
      problems.add("panel %d has no title.".formatted(id));
    }
    if (type.isBlank()) {
      problems.add("panel \"%s\" has no type.".formatted(title));
    }
    return new Panel(title, type, WITHOUT_QUERY.contains(type) ? List.of() : queries(node, title));
  }

  private List<Query> queries(JsonNode panel, String title) {
    Optional<DataSource> ofPanel = source(panel, title);
    List<Query> queries = new ArrayList<>();
    for (JsonNode target : panel.path("targets").values()) {
      Optional<DataSource> ofTarget = source(target, title);
      if (!ofTarget.equals(ofPanel)) {
        problems.add(
            "panel \"%s\": a query asks another data source than its panel.".formatted(title));
      }
      String expression = text(target, "expr");
      if (expression.isBlank()) {
        problems.add("panel \"%s\" has an empty query.".formatted(title));
      }
      checkVariables(title, expression);
      ofTarget.ifPresent(source -> queries.add(new Query(source, expression)));
    }
    if (panel.path("targets").isEmpty()) {
      problems.add("panel \"%s\" has no query.".formatted(title));
    }
    return queries;
  }

  private Optional<DataSource> source(JsonNode node, String title) {
    JsonNode named = node.path("datasource");
    Optional<DataSource> source = DataSource.of(text(named, "type"), text(named, "uid"));
    if (source.isEmpty()) {
      problems.add(
          "panel \"%s\": the data source %s is not known; known are prometheus and ${logs}."
              .formatted(title, named.isMissingNode() ? "(none)" : named));
    }
    return source;
  }

  private void checkVariables(String title, String expression) {
    Set<String> unknown = new TreeSet<>(Variables.usedIn(expression));
    unknown.removeAll(Variables.NAMES);
    for (String name : unknown) {
      problems.add(
          "panel \"%s\": the query uses $%s; known are %s: %s"
              .formatted(title, name, new TreeSet<>(Variables.NAMES), expression));
    }
  }

  private void checkDeclared(Dashboard dashboard) {
    Set<String> declared = new TreeSet<>();
    root.path("templating").path("list").values().forEach(one -> declared.add(text(one, "name")));
    boolean usesTenant =
        dashboard.queries().stream()
            .anyMatch(query -> Variables.usedIn(query.expression()).contains("tenant"));
    if (usesTenant && !declared.contains("tenant")) {
      problems.add("queries use $tenant, but the dashboard has no variable of that name.");
    }
    boolean asksLoki =
        dashboard.queries().stream().anyMatch(query -> query.source() == DataSource.LOKI);
    if (asksLoki && !declared.contains("logs")) {
      problems.add("panels ask ${logs}, but the dashboard has no variable of that name.");
    }
  }

  private static String text(JsonNode node, String key) {
    JsonNode value = node.path(key);
    return value.isString() ? value.asString() : "";
  }
}
