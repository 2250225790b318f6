package io.tenantproof.prometheus;

import java.util.Map;

/**
 * What Prometheus scrapes, or has found and dropped.
 *
 * @param labels of each of its series; empty for a dropped one
 * @param discoveredLabels before relabeling
 * @param scrapePool the job that found it, as serviceMonitor/NAMESPACE/NAME/ENDPOINT
 * @param health up, down or unknown; empty for a dropped one
 * @param lastError why the last scrape failed; empty when it did not
 * @param lastScrape when, as the server writes it; empty for a dropped one
 */
public record ScrapeTarget(
    Map<String, String> labels,
    Map<String, String> discoveredLabels,
    String scrapePool,
    String health,
    String lastError,
    String lastScrape) {

  /** Copies what it is given. */
  public ScrapeTarget {
    labels = Map.copyOf(labels);
    discoveredLabels = Map.copyOf(discoveredLabels);
  }

  /** Whether its last scrape went well. */
  public boolean up() {
    return health.equals("up");
  }

  /** A label's value; empty where there is none of that name. */
  public String label(String name) {
    return labels.getOrDefault(name, "");
  }

  /** What it was discovered with; empty where there is none of that name. */
  public String discovered(String name) {
    return discoveredLabels.getOrDefault(name, "");
  }

  /** Its state in one line. */
  @Override
  public String toString() {
    return "%s %s is %s%s"
        .formatted(
            scrapePool,
            labels.isEmpty() ? discovered("__address__") : new java.util.TreeMap<>(labels),
            health.isEmpty() ? "dropped" : health,
            lastError.isEmpty() ? "" : ": " + lastError);
  }
}
