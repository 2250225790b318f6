package io.tenantproof.scenario;

import io.tenantproof.prometheus.Rule;
import io.tenantproof.prometheus.Sample;
import io.tenantproof.prometheus.Targets;
import io.tenantproof.wait.Await;
import io.tenantproof.wait.Expectation;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * What Prometheus has of the tenants.
 *
 * @param observability the stack
 * @param patience how long something may take to be scraped
 * @param journal keeps what is waited for
 */
public record Metrics(Observability observability, Duration patience, Journal journal) {

  private static final String JOB = "demo-api";

  /** Waits until each pod of a tenant's workload is a target that is up, and nothing else is. */
  public void cover(TenantView tenant) {
    journal.waits(
        Await.atMost(patience),
        new Expectation(
            "each pod of %s is a target that is up".formatted(tenant.name()),
            () ->
                observability
                    .prometheus()
                    .targetsUp(JOB, tenant.name(), tenant.running().pods())
                    .look()
                    .get()));
  }

  /** Waits until each pod of tenants' workloads is scraped anew: what was asked is counted. */
  public void catchUp(List<TenantView> tenants) {
    tenants.forEach(this::cover);
    arrive("min(timestamp(up{job=\"%s\"})) > %d".formatted(JOB, Instant.now().getEpochSecond()));
  }

  /** Waits until a query returns a series. */
  public void arrive(String query) {
    journal.waits(
        Await.atMost(patience),
        new Expectation(
            "the query %s returns a series".formatted(query),
            () -> observability.prometheus().returns(query).look().get()));
  }

  /** How many requests of a tenant's workload are counted. */
  public double requests(String tenant) {
    return query(
            "sum(http_server_requests_total{job=\"%s\", tenant=\"%s\"})".formatted(JOB, tenant))
        .stream()
        .mapToDouble(Sample::value)
        .sum();
  }

  /** Whether a query returns a series now. */
  public boolean has(String query) {
    return !query(query).isEmpty();
  }

  /** The series that a query returns now. */
  public List<Sample> query(String query) {
    return observability.prometheus().query(query);
  }

  /** What is scraped now. */
  public Targets targets() {
    return observability.prometheus().targets();
  }

  /** All rules that Prometheus evaluates. */
  public List<Rule> rules() {
    return observability.prometheus().rules();
  }
}
