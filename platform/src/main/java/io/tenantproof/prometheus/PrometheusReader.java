package io.tenantproof.prometheus;

import io.tenantproof.http.Json;
import io.tenantproof.http.Reply;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** Reads the answers of Prometheus' HTTP API. */
final class PrometheusReader {

  private PrometheusReader() {}

  /** What a successful answer holds; another one is the exception that says why. */
  static JsonNode data(Reply reply) {
    JsonNode root = Json.of(reply);
    if (!Json.text(root, "status").equals("success")) {
      String error = Json.text(root, "error");
      throw reply.failure(
          error.isEmpty() ? reply.body() : Json.text(root, "errorType") + ": " + error);
    }
    return root.path("data");
  }

  static List<Sample> samples(Reply reply) {
    JsonNode data = data(reply);
    JsonNode result = data.path("result");
    return switch (Json.text(data, "resultType")) {
      case "vector" ->
          Json.elements(result)
              .map(
                  one -> {
                    TimeSeries.Point point = point(one.path("value"));
                    return new Sample(Json.labels(one.path("metric")), point.value(), point.time());
                  })
              .toList();
      case "scalar" -> List.of(new Sample(Map.of(), point(result).value(), point(result).time()));
      default ->
          throw reply.failure(
              "expected a vector or a scalar, got a " + Json.text(data, "resultType"));
    };
  }

  static List<TimeSeries> series(Reply reply) {
    return Json.elements(data(reply).path("result"))
        .map(
            one ->
                new TimeSeries(
                    Json.labels(one.path("metric")),
                    Json.elements(one.path("values")).map(PrometheusReader::point).toList()))
        .toList();
  }

  static Targets targets(Reply reply) {
    JsonNode data = data(reply);
    return new Targets(
        targets(data.path("activeTargets")).toList(),
        targets(data.path("droppedTargets")).toList());
  }

  static List<Rule> rules(Reply reply) {
    return Json.elements(data(reply).path("groups"))
        .flatMap(
            group ->
                Json.elements(group.path("rules"))
                    .map(rule -> rule(Json.text(group, "name"), rule)))
        .toList();
  }

  private static Rule rule(String group, JsonNode rule) {
    return new Rule(
        group,
        Json.text(rule, "name"),
        Json.text(rule, "type"),
        Json.text(rule, "query"),
        Json.text(rule, "health"),
        Json.text(rule, "lastError"),
        Json.text(rule, "state"));
  }

  private static Stream<ScrapeTarget> targets(JsonNode targets) {
    return Json.elements(targets)
        .map(
            one ->
                new ScrapeTarget(
                    Json.labels(one.path("labels")),
                    Json.labels(one.path("discoveredLabels")),
                    Json.text(one, "scrapePool"),
                    Json.text(one, "health"),
                    Json.text(one, "lastError"),
                    Json.text(one, "lastScrape")));
  }

  private static TimeSeries.Point point(JsonNode pair) {
    return new TimeSeries.Point(time(pair.path(0).decimalValue()), value(pair.path(1).asString()));
  }

  private static Instant time(BigDecimal seconds) {
    BigDecimal whole = seconds.setScale(0, RoundingMode.FLOOR);
    return Instant.ofEpochSecond(
        whole.longValueExact(), seconds.subtract(whole).movePointRight(9).longValue());
  }

  private static double value(String text) {
    return switch (text) {
      case "+Inf" -> Double.POSITIVE_INFINITY;
      case "-Inf" -> Double.NEGATIVE_INFINITY;
      default -> Double.parseDouble(text);
    };
  }
}
