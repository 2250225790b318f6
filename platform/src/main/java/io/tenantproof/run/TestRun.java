package io.tenantproof.run;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * One test of a spec.
 *
 * @param spec its class, as in {@code IsolationIT}
 * @param name its method, with the arguments that tell it from the others of the same method
 * @param begin when it began
 * @param took how long it ran
 * @param outcome what came of it
 * @param reason why it failed or was left out; empty where it passed
 * @param steps what it did and waited for, in order
 * @param figures that it measured
 * @param dump folder of what the cluster showed when it failed, as seen from the report
 */
public record TestRun(
    String spec,
    String name,
    Instant begin,
    @JsonProperty("tookMs") Duration took,
    Outcome outcome,
    String reason,
    List<TestStep> steps,
    List<Figure> figures,
    @JsonInclude(JsonInclude.Include.NON_ABSENT) Optional<String> dump) {

  /** Copies what it is given. */
  public TestRun {
    steps = List.copyOf(steps);
    figures = List.copyOf(figures);
  }

  /** What comes of a test. */
  public enum Outcome {
    /** The claim holds. */
    PASSED,
    /** It does not, or it could not be tried. */
    FAILED,
    /** It was left out, with the reason. */
    SKIPPED
  }
}
