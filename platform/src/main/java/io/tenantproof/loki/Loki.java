package io.tenantproof.loki;

import io.tenantproof.http.HttpApi;
import io.tenantproof.http.Json;
import io.tenantproof.http.Parameters;
import io.tenantproof.http.Reply;
import io.tenantproof.wait.Expectation;
import io.tenantproof.wait.Outcome;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * A Loki at an address, asked as one of its tenants
 * (https://grafana.com/docs/loki/latest/reference/loki-http-api/).
 *
 * <p>Each method but {@link #all} asks once, and throws {@link io.tenantproof.http.RequestFailed}
 * with the query and the answer when it is refused.
 *
 * @param api its address
 * @param orgId as whom it is asked: what Loki calls a tenant
 */
public record Loki(HttpApi api, String orgId) {

  private static final int PAGE = 1_000;

  /** The one at an address, asked as an org. */
  public static Loki at(URI base, String orgId) {
    return new Loki(
        new HttpApi(
            base,
            Map.of(
                "X-Scope-OrgID",
                orgId,
                // Loki 3 mixes metadata of a line into the labels of its stream, unless asked not
                // to; Loki 2 does not know the header.
                "X-Loki-Response-Encoding-Flags",
                "categorize-labels")),
        orgId);
  }

  /** At most so many lines of a window, from one of its ends. */
  public List<LogLine> lines(String query, Window window, int limit, Direction direction) {
    return LokiReader.lines(
        api.get(
            asked(query),
            "loki/api/v1/query_range",
            within(window)
                .and("query", query)
                .and("limit", limit)
                .and("direction", direction.word())),
        direction);
  }

  /** All lines of a window, oldest first, as many as there are. */
  public List<LogLine> all(String query, Window window) {
    return new AllLines((part, limit) -> lines(query, part, limit, Direction.FORWARD))
        .read(window, PAGE);
  }

  /** How many streams or series a query of any kind has in a window. */
  public int results(String query, Window window) {
    return LokiReader.results(
        api.get(
            asked(query),
            "loki/api/v1/query_range",
            within(window).and("query", query).and("limit", PAGE).and("step", "15s")));
  }

  /** The value of a metric query over a window, of all its series together; oldest first. */
  public List<LineRate> rates(String query, Window window, Duration step) {
    return LokiReader.rates(
        api.get(
            asked(query),
            "loki/api/v1/query_range",
            within(window).and("query", query).and("step", step.toSeconds() + "s")));
  }

  /** The names of labels in a window. */
  public List<String> labels(Window window) {
    return Json.texts(LokiReader.data(ask("labels", "loki/api/v1/labels", within(window))));
  }

  /** The values that a label has in a window. */
  public List<String> labelValues(String label, Window window) {
    return Json.texts(
        LokiReader.data(
            ask(
                "values of the label " + label,
                "loki/api/v1/label/%s/values".formatted(label),
                within(window))));
  }

  /** The label sets of the streams that a selector matches in a window. */
  public List<Map<String, String>> series(String selector, Window window) {
    return LokiReader.series(
        ask(
            "streams of " + selector,
            "loki/api/v1/series",
            within(window).and("match[]", selector)));
  }

  /** Stores lines of one stream. */
  public void push(Map<String, String> labels, Map<Instant, String> lines) {
    List<List<String>> values =
        lines.entrySet().stream()
            .sorted(Map.Entry.comparingByKey())
            .map(one -> List.of(LokiReader.nanos(one.getKey()), one.getValue()))
            .toList();
    String body =
        Json.write(Map.of("streams", List.of(Map.of("stream", labels, "values", values))));
    var _ = api.post("push to " + labels + as(), "loki/api/v1/push", body).required();
  }

  /** Whether it says that it serves. */
  public boolean ready() {
    return api.get("readiness", "ready", Parameters.NONE).good();
  }

  /** A query has a line since an instant. */
  public Expectation found(String query, Instant since) {
    return new Expectation(
        "the query %s finds a line%s".formatted(query, as()),
        () -> {
          List<LogLine> found = lines(query, Window.since(since), 1, Direction.FORWARD);
          return Outcome.of(!found.isEmpty(), found.isEmpty() ? "no line" : found.toString());
        });
  }

  /** A query has no line since an instant. */
  public Expectation nothing(String query, Instant since) {
    return new Expectation(
        "the query %s finds nothing%s".formatted(query, as()),
        () -> {
          List<LogLine> found = lines(query, Window.since(since), 1, Direction.FORWARD);
          return Outcome.of(found.isEmpty(), found.isEmpty() ? "no line" : found.toString());
        });
  }

  private Reply ask(String what, String path, Parameters parameters) {
    return api.get(what + as(), path, parameters);
  }

  private String asked(String query) {
    return "query " + query + as();
  }

  private String as() {
    return " as org " + orgId;
  }

  private static Parameters within(Window window) {
    return Parameters.NONE
        .and("start", LokiReader.nanos(window.from()))
        .and("end", LokiReader.nanos(window.to()));
  }
}
