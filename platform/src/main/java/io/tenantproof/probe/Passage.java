package io.tenantproof.probe;

import java.util.List;
import tools.jackson.databind.json.JsonMapper;

/**
 * When a pod's packets to a target passed, as the probe itself tells it.
 *
 * @param target address and port
 * @param attempts how many connections were begun
 * @param allowed how many of them got an answer
 * @param firstPassedMs when the first that passed began, in milliseconds since the pod's program
 *     began; negative: none passed
 * @param lastPassedMs the same of the last
 * @param firstClosedMs the same of the first that did not pass
 */
public record Passage(
    String target,
    int attempts,
    int allowed,
    double firstPassedMs,
    double lastPassedMs,
    double firstClosedMs) {

  /** What a probe that was told {@code window} has printed, a target a line. */
  public static List<Passage> read(String printed) {
    return printed.lines().map(line -> JsonMapper.shared().readValue(line, Passage.class)).toList();
  }
}
