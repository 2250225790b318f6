package io.tenantproof.mutation;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.ResourceQuota;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.tenantproof.cluster.Cluster;
import io.tenantproof.cluster.ServerSide;
import io.tenantproof.isolation.Finding;
import io.tenantproof.isolation.Verdict;
import io.tenantproof.mutation.Mutant.Fate;
import io.tenantproof.mutation.Mutant.Result;
import io.tenantproof.probe.Run;
import io.tenantproof.probe.ThrowAwayTenants;
import io.tenantproof.tenant.Tenant;
import io.tenantproof.vector.AdmissionVectors;
import io.tenantproof.vector.Families;
import io.tenantproof.vector.Ground;
import io.tenantproof.vector.Preparation;
import io.tenantproof.wait.Await;
import io.tenantproof.wait.Expectation;
import io.tenantproof.wait.Outcome;
import io.tenantproof.wait.Together;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Mutants that are tried at the same time: each as a throw-away tenant, beside two that are left as
 * they are. Each is tried with the first of these two alone, so that one mutant's hole is not taken
 * for another's.
 *
 * @param cluster they are tried on
 * @param gitops the tree with the charts
 * @param run that makes the tenants
 * @param probed whether they are tried from inside the cluster
 * @param copied whether each has admission policies of its own
 */
record MutantGroup(Cluster cluster, Path gitops, Run run, boolean probed, boolean copied) {

  private static final Duration SETTLED = Duration.ofSeconds(60);

  /** Tries them. */
  List<Result> tryAll(List<Mutant> mutants) {
    Tenant hub = new Tenant(run.name("tp") + "-hub", "test");
    Tenant twin = new Tenant(run.name("tp") + "-twin", "test");
    apply(given(hub));
    apply(given(twin));
    List<Tried> tried =
        Together.each(
            IntStream.range(0, mutants.size()).boxed().toList(),
            i -> List.of(applied(mutants.get(i), "%s-%02d".formatted(run.name("tp"), i))));
    List<Tenant> all = new ArrayList<>(List.of(hub, twin));
    tried.stream().filter(one -> one.trouble().isEmpty()).forEach(one -> all.add(one.tenant()));
    Set<String> names = tried.stream().map(one -> one.tenant().name()).collect(Collectors.toSet());
    Ground ground = ground(all, hub, twin);
    Supplier<Judge> look =
        () -> Judge.of(findings(ground, mutants), Set.of(hub.name(), twin.name()), names);
    Judge first = look.get();
    // What can't be shown of tenants as they should be can't be shown of mutants: looked at once
    // more.
    Judge judge = first.sound() ? first : look.get();
    return tried.stream()
        .map(
            one ->
                one.trouble().isEmpty()
                    ? judge.fate(one.mutant(), one.tenant().name())
                    : new Result(one.mutant(), Fate.NOT_RUN, one.trouble()))
        .toList();
  }

  private record Tried(Mutant mutant, Tenant tenant, String trouble) {}

  private Tried applied(Mutant mutant, String name) {
    Tenant tenant = new Tenant(name, "test");
    try {
      apply(mutant.change().apply(given(tenant)));
      return new Tried(mutant, tenant, "");
    } catch (KubernetesClientException e) {
      return new Tried(mutant, tenant, String.valueOf(e.getMessage()));
    }
  }

  private Ground ground(List<Tenant> all, Tenant hub, Tenant twin) {
    Await.atMost(SETTLED).until(quotasAreCounted());
    Preparation preparation = new Preparation(cluster, run, all, Optional.of(hub));
    Ground ground = probed ? preparation.ground() : preparation.bare();
    if (copied) {
      Await.atMost(SETTLED).until(policiesAreInForce(ground, twin));
    }
    return ground;
  }

  private List<Finding> findings(Ground ground, List<Mutant> mutants) {
    Set<io.tenantproof.isolation.Family> wanted =
        mutants.stream().map(Mutant::family).collect(Collectors.toSet());
    return Together.each(
        Families.all().stream().filter(one -> wanted.contains(one.family())).toList(),
        family -> family.explore(ground));
  }

  private List<HasMetadata> given(Tenant tenant) {
    List<HasMetadata> guardrails =
        new ThrowAwayTenants(cluster.client(), gitops, run).of(tenant.name());
    return copied ? new PolicyCopies(cluster.client(), run).in(guardrails) : guardrails;
  }

  private void apply(List<HasMetadata> objects) {
    KubernetesClient client = cluster.client();
    objects.forEach(one -> ServerSide.apply(client, one));
  }

  // Until then it refuses whatever counts.
  private Expectation quotasAreCounted() {
    return Expectation.none(
        "quotas that are not counted yet",
        () ->
            cluster.client().resourceQuotas().inAnyNamespace().list().getItems().stream()
                .filter(one -> one.getMetadata().getNamespace().startsWith(run.name("tp")))
                .filter(MutantGroup::isUncounted)
                .map(one -> one.getMetadata().getNamespace())
                .toList());
  }

  private static boolean isUncounted(ResourceQuota quota) {
    return quota.getStatus() == null
        || quota.getStatus().getHard() == null
        || !quota.getStatus().getHard().keySet().equals(quota.getSpec().getHard().keySet());
  }

  // The API server learns of a policy a moment after it has taken it.
  private Expectation policiesAreInForce(Ground ground, Tenant twin) {
    Ground alone = ground.only(twin);
    return new Expectation(
        "the copied policies are in force",
        () -> {
          List<String> open =
              new AdmissionVectors()
                  .explore(alone).stream()
                      .filter(
                          one -> one.vector().guardrail().startsWith("ValidatingAdmissionPolicy"))
                      .filter(one -> !one.vector().guardrail().contains("tenantproof-namespaces"))
                      .filter(one -> one.verdict() == Verdict.BREACHED)
                      .map(one -> one.vector().id())
                      .toList();
          return Outcome.of(open.isEmpty(), open.toString());
        });
  }
}
