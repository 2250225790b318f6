package io.tenantproof.fault;

import io.restassured.path.json.JsonPath;
import java.util.List;

/**
 * Connections that a tenant's pod tried to make.
 *
 * @param attempts how many
 * @param passed how many of them got through
 */
public record Trespass(int attempts, int passed) {

  /** What the probe's lines, one a target, say of one target. */
  static Trespass read(String lines, String target) {
    return lines
        .lines()
        .map(JsonPath::from)
        .filter(line -> target.equals(line.getString("target")))
        .map(line -> new Trespass(line.getInt("attempts"), line.getInt("allowed")))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalStateException(
                    "expected the probe's figures of %s, found: %s".formatted(target, lines)));
  }

  /** All of them as one. */
  static Trespass all(List<Trespass> several) {
    return new Trespass(
        several.stream().mapToInt(Trespass::attempts).sum(),
        several.stream().mapToInt(Trespass::passed).sum());
  }
}
