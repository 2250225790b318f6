package io.tenantproof.vector;

import io.tenantproof.isolation.Expected;
import io.tenantproof.isolation.Finding;
import io.tenantproof.isolation.Observation;
import io.tenantproof.isolation.Vector;
import io.tenantproof.probe.ProbePod;
import io.tenantproof.tenant.Tenant;
import io.tenantproof.wait.Await;
import io.tenantproof.wait.Expectation;
import io.tenantproof.wait.NotMet;
import io.tenantproof.wait.Outcome;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * A probe that claims to be of another tenant, in its metrics and in its log. Where the claim was
 * stored is asked of Prometheus and Loki themselves; that it was stored at all is the control.
 *
 * @param ground they are tried on
 * @param stores where series and lines are
 */
record SpoofVectors(Ground ground, Stores stores) {

  private static final Duration SCRAPED = Duration.ofSeconds(35);
  private static final Duration SHIPPED = Duration.ofSeconds(30);
  private static final Duration HELD = Duration.ofSeconds(3);
  private static final Vector SERIES =
      ObservabilityVectors.vector(
          "claim-series",
          "a series that claims another tenant's name",
          "Prometheus platform: enforcedNamespaceLabel, overrideHonorLabels and the tenant's"
              + " relabeling");
  private static final Vector LINE =
      ObservabilityVectors.vector(
          "claim-line",
          "a line that claims another tenant's name",
          "log agent: the tenant is the pod's namespace");

  List<Finding> explore(Tenant tenant) {
    Optional<String> other = Claims.claimed(tenant.namespace(), ground.tenants());
    Optional<ProbePod> probe = ground.probes().at(tenant.namespace());
    if (other.isEmpty()) {
      return List.of();
    }
    if (probe.isEmpty()) {
      String trouble = ground.probes().trouble(tenant.namespace());
      return List.of(
          finding(SERIES, tenant, other.get(), Observation.failed(trouble), Optional.empty()),
          finding(LINE, tenant, other.get(), Observation.failed(trouble), Optional.empty()));
    }
    Identity run = Identity.ofTheRun(ground.cluster().client());
    return List.of(line(run, tenant, other.get(), probe.get()), series(run, tenant, other.get()));
  }

  private Finding series(Identity run, Tenant tenant, String other) {
    ApiRequest stored =
        Backends.series(
            stores.prometheus(tenant.namespace()),
            "%s{run=\"%s\",namespace=\"%s\"}"
                .formatted(Claims.SERIES, ground.run().id(), tenant.namespace()));
    return judged(
        SERIES, tenant, other, SCRAPED, () -> Backends.owners(run.answer(stored, Map.of()).body()));
  }

  private Finding line(Identity run, Tenant tenant, String other, ProbePod probe) {
    String mark = ground.run().name("claim-of-" + tenant.name());
    probe.say(
        "{\"tenant\":\"%1$s\",\"namespace\":\"%1$s\",\"message\":\"%2$s\"}".formatted(other, mark));
    String query = "{namespace=~\".+\"} |= \"%s\"".formatted(mark);
    return judged(
        LINE,
        tenant,
        other,
        SHIPPED,
        () -> {
          Set<String> found = new TreeSet<>();
          for (Tenant org : ground.tenants()) {
            ApiRequest stored = Backends.lines(stores.loki(org.namespace()), query);
            String answer = run.answer(stored, Backends.org(org.namespace())).body();
            if (!Backends.owners(answer).isEmpty()) {
              found.add(org.name());
            }
          }
          return found;
        });
  }

  // First it is stored at all; then it stays where it is for a while.
  private static Finding judged(
      Vector vector,
      Tenant tenant,
      String other,
      Duration patience,
      java.util.function.Supplier<Set<String>> owners) {
    try {
      String first =
          Await.atMost(patience)
              .until(
                  new Expectation(
                      "the claim of %s is stored".formatted(tenant.name()),
                      () -> {
                        Set<String> now = owners.get();
                        return Outcome.of(!now.isEmpty(), "stored under " + now);
                      }));
      Optional<Observation> control = Optional.of(Observation.allowed(first));
      return finding(vector, tenant, other, held(tenant, owners), control);
    } catch (NotMet notStored) {
      return finding(
          vector,
          tenant,
          other,
          Observation.failed(String.valueOf(notStored.getMessage())),
          Optional.empty());
    }
  }

  private static Observation held(Tenant tenant, java.util.function.Supplier<Set<String>> owners) {
    try {
      Await.atMost(HELD)
          .holds(
              new Expectation(
                  "the claim is stored under %s alone".formatted(tenant.name()),
                  () -> {
                    Set<String> now = owners.get();
                    return Outcome.of(now.equals(Set.of(tenant.name())), "stored under " + now);
                  }));
      return Observation.refused("stored under %s alone".formatted(tenant.name()));
    } catch (NotMet elsewhere) {
      return Observation.allowed(String.valueOf(elsewhere.getMessage()));
    }
  }

  private static Finding finding(
      Vector vector,
      Tenant tenant,
      String other,
      Observation observation,
      Optional<Observation> control) {
    return new Finding(
        vector, tenant.name(), other, "claim of " + other, Expected.SHUT, observation, control);
  }
}
