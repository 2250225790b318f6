package io.tenantproof.prometheus;

import io.tenantproof.http.HttpApi;
import io.tenantproof.http.Json;
import io.tenantproof.http.Parameters;
import io.tenantproof.http.Reply;
import io.tenantproof.wait.Expectation;
import io.tenantproof.wait.Outcome;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * A Prometheus at an address (https://prometheus.io/docs/prometheus/latest/querying/api/).
 *
 * <p>Each method asks once, and throws {@link io.tenantproof.http.RequestFailed} with the query and
 * the answer when it is refused.
 *
 * @param api its address
 */
public record Prometheus(HttpApi api) {

  /** The one at an address. */
  public static Prometheus at(URI base) {
    return new Prometheus(new HttpApi(base, Map.of()));
  }

  /** The value of an expression now; empty where no series fits. */
  public List<Sample> query(String expression) {
    return PrometheusReader.samples(
        api.get(
            "query " + expression,
            "api/v1/query",
            Parameters.NONE.and("query", expression).and("timeout", "30s")));
  }

  /** The value of an expression over time. */
  public List<TimeSeries> range(String expression, Instant from, Instant to, Duration step) {
    return PrometheusReader.series(
        api.get(
            "range query " + expression,
            "api/v1/query_range",
            Parameters.NONE
                .and("query", expression)
                .and("start", from)
                .and("end", to)
                .and("step", step.toMillis() / 1000.0)
                .and("timeout", "30s")));
  }

  /** All that it has discovered. */
  public Targets targets() {
    return PrometheusReader.targets(ask("targets", "api/v1/targets"));
  }

  /** All rules it evaluates. */
  public List<Rule> rules() {
    return PrometheusReader.rules(ask("rules", "api/v1/rules"));
  }

  /** The values a label has, sorted. */
  public List<String> labelValues(String label) {
    return Json.texts(
        PrometheusReader.data(
            ask("values of the label " + label, "api/v1/label/%s/values".formatted(label))));
  }

  /** What it was built from: version, revision and others. */
  public Map<String, String> buildInfo() {
    return Json.labels(PrometheusReader.data(ask("build", "api/v1/status/buildinfo")));
  }

  /** Whether it says that it serves queries. */
  public boolean ready() {
    return ask("readiness", "-/ready").good();
  }

  /** An expression has a value for at least one series. */
  public Expectation returns(String expression) {
    return new Expectation(
        "the query %s returns a series".formatted(expression),
        () -> {
          List<Sample> found = query(expression);
          return Outcome.of(!found.isEmpty(), found.isEmpty() ? "no series" : shown(found));
        });
  }

  /** A tenant's pods are its targets for a job, each one and no other, and all of them are up. */
  public Expectation targetsUp(String job, String tenant, Collection<String> pods) {
    return new Expectation(
        "the targets of %s for the job %s are %s, all up".formatted(tenant, job, pods),
        () -> {
          List<ScrapeTarget> found = targets().of(job, tenant);
          boolean same =
              found.stream()
                  .map(one -> one.label("pod"))
                  .collect(Collectors.toCollection(TreeSet::new))
                  .equals(new TreeSet<>(pods));
          return Outcome.of(
              same && !found.isEmpty() && found.stream().allMatch(ScrapeTarget::up),
              found.isEmpty() ? "no target" : found.toString());
        });
  }

  private Reply ask(String asked, String path) {
    return api.get(asked, path, Parameters.NONE);
  }

  private static String shown(List<Sample> samples) {
    return samples.stream().limit(5).map(Sample::toString).collect(Collectors.joining("; "));
  }
}
