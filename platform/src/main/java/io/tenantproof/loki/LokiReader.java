package io.tenantproof.loki;

import io.tenantproof.http.Json;
import io.tenantproof.http.Reply;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;

/** Reads the answers of Loki's HTTP API; a refusal is plain text or JSON, by its mood. */
final class LokiReader {

  private static final long NANOS = 1_000_000_000L;

  private LokiReader() {}

  static JsonNode data(Reply reply) {
    JsonNode root = Json.of(reply.required());
    if (!Json.text(root, "status").equals("success")) {
      throw reply.failure(reply.body());
    }
    return root.path("data");
  }

  /** The lines of all streams in the order of time; those of one instant stay in their order. */
  static List<LogLine> lines(Reply reply, Direction direction) {
    JsonNode data = data(reply);
    if (!Json.text(data, "resultType").equals("streams")) {
      throw reply.failure("expected lines, got a " + Json.text(data, "resultType"));
    }
    Comparator<LogLine> order = Comparator.comparing(LogLine::time);
    return Json.elements(data.path("result"))
        .flatMap(
            stream -> {
              Map<String, String> labels = Json.labels(stream.path("stream"));
              return Json.elements(stream.path("values"))
                  .map(
                      value ->
                          new LogLine(
                              labels, time(value.path(0).asString()), value.path(1).asString()));
            })
        .sorted(direction == Direction.FORWARD ? order : order.reversed())
        .toList();
  }

  static int results(Reply reply) {
    return data(reply).path("result").size();
  }

  static List<LineRate> rates(Reply reply) {
    JsonNode data = data(reply);
    if (!Json.text(data, "resultType").equals("matrix")) {
      throw reply.failure("expected numbers, got " + Json.text(data, "resultType"));
    }
    Map<Instant, Double> sums = new TreeMap<>();
    Json.elements(data.path("result"))
        .flatMap(series -> Json.elements(series.path("values")))
        .forEach(
            value ->
                sums.merge(
                    Instant.ofEpochMilli(Math.round(value.path(0).asDouble() * 1000)),
                    Double.parseDouble(value.path(1).asString()),
                    Double::sum));
    return sums.entrySet().stream().map(one -> new LineRate(one.getKey(), one.getValue())).toList();
  }

  static List<Map<String, String>> series(Reply reply) {
    return Json.elements(data(reply)).map(Json::labels).toList();
  }

  static String nanos(Instant time) {
    return Long.toString(
        Math.addExact(Math.multiplyExact(time.getEpochSecond(), NANOS), time.getNano()));
  }

  private static Instant time(String nanos) {
    long all = Long.parseLong(nanos);
    return Instant.ofEpochSecond(Math.floorDiv(all, NANOS), Math.floorMod(all, NANOS));
  }
}
