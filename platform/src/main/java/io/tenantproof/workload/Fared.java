package io.tenantproof.workload;

/**
 * How a contender fared in one round.
 *
 * @param firstAnswerMs from the start of the container to the first 200, in milliseconds
 * @param idleMib resident memory before any load
 * @param loadedMib resident memory after it
 * @param load what it served
 */
public record Fared(double firstAnswerMs, double idleMib, double loadedMib, Load load) {}
