package io.tenantproof.bench;

/**
 * When a new pod's packets to a target passed, as the probe itself tells it.
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
    double firstClosedMs) {}
