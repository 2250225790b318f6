package io.tenantproof.run;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Duration;
import java.time.Instant;

/**
 * One step by which a platform comes up.
 *
 * @param name as the progress calls it
 * @param begin when it began
 * @param took how long it ran
 * @param good whether it ended well
 * @param said its outcome; what it did last where it failed
 */
public record BootStep(
    String name, Instant begin, @JsonProperty("tookMs") Duration took, boolean good, String said) {}
