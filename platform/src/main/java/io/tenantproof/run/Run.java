package io.tenantproof.run;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.tenantproof.isolation.Proof;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A run of the specs on a platform, from the first step of its boot to the last test.
 *
 * @param begin when it began
 * @param took until it ended
 * @param boot steps by which the platform came up, in order
 * @param tests in the order in which they ran
 * @param measurements what the tenants did meanwhile
 * @param inventory what ran
 * @param proof the last one that tried all families; empty where no spec made one
 */
public record Run(
    Instant begin,
    @JsonProperty("tookMs") Duration took,
    List<BootStep> boot,
    List<TestRun> tests,
    Measurements measurements,
    Inventory inventory,
    Optional<Proof> proof) {

  /** Copies what it is given. */
  public Run {
    boot = List.copyOf(boot);
    tests = List.copyOf(tests);
  }

  /** Whether the platform came up, a test passed, and none failed. */
  @JsonIgnore
  public boolean isGood() {
    return boot.stream().allMatch(BootStep::good)
        && !of(TestRun.Outcome.PASSED).isEmpty()
        && of(TestRun.Outcome.FAILED).isEmpty();
  }

  /** Tests with an outcome. */
  public List<TestRun> of(TestRun.Outcome outcome) {
    return tests.stream().filter(one -> one.outcome() == outcome).toList();
  }

  /** How many tests have each outcome, all three. */
  public Map<TestRun.Outcome, Integer> counts() {
    Map<TestRun.Outcome, Integer> counts = new EnumMap<>(TestRun.Outcome.class);
    for (TestRun.Outcome outcome : TestRun.Outcome.values()) {
      counts.put(outcome, of(outcome).size());
    }
    return counts;
  }
}
