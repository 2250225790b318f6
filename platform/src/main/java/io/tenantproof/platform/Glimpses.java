package io.tenantproof.platform;

import io.tenantproof.progress.Progress;
import io.tenantproof.tenant.Tenant;
import io.tenantproof.wait.Await;
import io.tenantproof.wait.Expectation;
import io.tenantproof.wait.NotMet;
import io.tenantproof.wait.Outcome;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/**
 * What metrics and logs say of each tenant, by the pages that are open.
 *
 * @param open pages; without those of Prometheus and Loki nothing can be seen
 * @param tenants whose
 */
record Glimpses(List<Pages.Page> open, List<Tenant> tenants) {

  private static final Duration FIRST_SCRAPES = Duration.ofSeconds(40);

  /** Copies what it is given. */
  Glimpses {
    open = List.copyOf(open);
    tenants = List.copyOf(tenants);
  }

  /**
   * Reads them. On a platform that has just come up the first samples and lines are on their way:
   * what is there when the wait ends is returned.
   */
  List<Glimpse> read(Progress progress) {
    Optional<URI> prometheus = address(Pages.PROMETHEUS);
    Optional<URI> loki = address(Pages.LOKI);
    if (prometheus.isEmpty() || loki.isEmpty()) {
      return List.of();
    }
    try (Progress.Step step = progress.begin("metrics and logs")) {
      AtomicReference<List<Glimpse>> last = new AtomicReference<>(List.of());
      Expectation all =
          new Expectation(
              "each tenant's series and lines are there",
              () -> {
                last.set(
                    tenants.stream()
                        .map(tenant -> Glimpse.of(tenant, prometheus.get(), loki.get()))
                        .toList());
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

  private Optional<URI> address(String title) {
    return open.stream()
        .filter(page -> page.title().equals(title))
        .map(Pages.Page::uri)
        .findFirst();
  }
}
