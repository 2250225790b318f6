package io.tenantproof.workload;

/**
 * How a contender fared in one round.
 *
 * @param firstAnswerMs from the start of the container to the first 200, in milliseconds
 * @param idleMib resident memory before any load
 * @param loadedMib resident memory after it
 * @param cold what it served of the first load after its start
 * @param load what it served once it was warm
 */
public record Fared(double firstAnswerMs, double idleMib, double loadedMib, Load cold, Load load) {}
