package io.tenantproof.platform;

import io.tenantproof.cluster.Cluster;
import io.tenantproof.progress.Progress;
import io.tenantproof.tenant.Tenant;
import io.tenantproof.wait.Await;
import io.tenantproof.wait.Expectation;
import io.tenantproof.wait.NotMet;
import io.tenantproof.wait.Outcome;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;

/**
 * What metrics and logs say of each tenant, wherever they are kept.
 *
 * @param cluster it runs in
 * @param tenants whose
 */
record Glimpses(Cluster cluster, List<Tenant> tenants) {

  private static final Duration FIRST_SCRAPES = Duration.ofSeconds(40);

  /** Copies what it is given. */
  Glimpses {
    tenants = List.copyOf(tenants);
  }

  /**
   * Reads them. On a platform that has just come up the first samples and lines are on their way:
   * what is there when the wait ends is returned.
   */
  List<Glimpse> read(Progress progress) {
    try (Progress.Step step = progress.begin("metrics and logs")) {
      AtomicReference<List<Glimpse>> last = new AtomicReference<>(List.of());
      Expectation all =
          new Expectation(
              "each tenant's series and lines are there",
              () -> {
                last.set(tenants.stream().map(tenant -> Glimpse.of(tenant, cluster)).toList());
                boolean complete = last.get().stream().allMatch(Glimpse::isComplete);
                return Outcome.of(complete, complete ? "all there" : "waiting for two scrapes");
              });
      try {
        Await.atMost(FIRST_SCRAPES).telling(step::detail).until(all);
        step.done("of each tenant");
      } catch (NotMet late) {
        step.done("not of each tenant yet");
      }
      return last.get();
    }
  }
}
