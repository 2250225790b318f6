package io.tenantproof.prometheus;

import java.util.List;
import java.util.stream.Collectors;

/**
 * All that Prometheus has discovered.
 *
 * @param active those it scrapes
 * @param dropped those its relabeling took out
 */
public record Targets(List<ScrapeTarget> active, List<ScrapeTarget> dropped) {

  /** Copies what it is given. */
  public Targets {
    active = List.copyOf(active);
    dropped = List.copyOf(dropped);
  }

  /** Those that are scraped for a job and a tenant. */
  public List<ScrapeTarget> of(String job, String tenant) {
    return active.stream()
        .filter(one -> one.label("job").equals(job) && one.label("tenant").equals(tenant))
        .toList();
  }

  /** Those that a ServiceMonitor brought. */
  public List<ScrapeTarget> ofMonitor(String namespace, String name) {
    String pool = "serviceMonitor/%s/%s/".formatted(namespace, name);
    return active.stream().filter(one -> one.scrapePool().startsWith(pool)).toList();
  }

  /** The scraped ones, a line each. */
  @Override
  public String toString() {
    return active.stream().map(ScrapeTarget::toString).sorted().collect(Collectors.joining("\n"));
  }
}
