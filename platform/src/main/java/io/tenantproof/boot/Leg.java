package io.tenantproof.boot;

import java.time.Duration;
import java.util.Optional;

/**
 * The way to a milestone.
 *
 * @param mark which
 * @param at how long after the zero of the boot it was reached
 * @param from what it waited for; empty for what waits for nothing
 * @param took how long, from there
 * @param share of the whole boot, from 0 to 1
 * @param critical whether the boot would have been shorter without it
 * @param source who says so
 */
public record Leg(
    Mark mark,
    Duration at,
    Optional<Mark> from,
    Duration took,
    double share,
    boolean critical,
    String source) {}
