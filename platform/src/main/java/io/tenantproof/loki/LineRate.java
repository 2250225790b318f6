package io.tenantproof.loki;

import java.time.Instant;

/**
 * How many lines per second there were.
 *
 * @param time when
 * @param value a number of lines per second
 */
public record LineRate(Instant time, double value) {}
