package io.tenantproof.vector;

import io.tenantproof.isolation.Vector;
import io.tenantproof.probe.ProbePod;
import io.tenantproof.tenant.Tenant;
import io.tenantproof.vector.NetworkVectors.Destination;
import io.tenantproof.vector.Way.Trial;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Ways from and to the views of a tenant: the one kind of pod in a tenant's namespace that reaches
 * Prometheus and Loki. The probe here is labelled as one, which a tenant can't do.
 *
 * @param ground they are tried on
 * @param tenant whose views
 * @param stores where its series and lines are
 */
record ViewWays(Ground ground, Tenant tenant, Stores stores) {

  private static final Vector READS =
      NetworkKinds.of(
          "view-reads", "a view to Prometheus and Loki", "NetworkPolicy views lets it pass");
  private static final Vector OUT =
      NetworkKinds.of("view-out", "a view to anything else", "NetworkPolicy views (egress)");
  private static final Vector IN =
      NetworkKinds.of(
          "view-in",
          "a view from any pod",
          "NetworkPolicies default-deny and in-namespace (ingress)");
  // Pods and ports that the views are there for.
  private static final Set<String> READ = Set.of("prometheus:9090", "loki:3100");

  List<Way> all(List<PlatformTargets> targets) {
    String view = Ground.viewOf(tenant);
    List<Way> ways = new ArrayList<>();
    for (PlatformTargets target : targets) {
      Trial trial = new Trial(view, io.tenantproof.probe.Check.Kind.TCP, target.address());
      String port = target.address().substring(target.address().lastIndexOf(':'));
      String to = "%s/%s".formatted(target.part(), target.program());
      ways.add(
          isRead(target, port)
              ? Way.open(READS, to, trial)
              : Way.shut(OUT, to, trial, trial.from(ground.guest())));
    }
    ways.addAll(lookalike(view, Ground.PROMETHEUS, ":9090"));
    ways.addAll(lookalike(view, Ground.LOKI, ":3100"));
    for (Trial trial : Destination.POD.trials(ground, view, ground.guest())) {
      ways.add(Way.shut(OUT, Ground.STRANGERS, trial, trial.from(ground.stranger())));
    }
    for (String place : List.of(ground.stranger(), Ground.NEIGHBOUR)) {
      for (Trial trial : Destination.POD.trials(ground, view, place)) {
        ways.add(Way.shut(OUT, Ground.STRANGERS, trial, trial.from(ground.guest())));
      }
    }
    for (Trial trial : Destination.POD.trials(ground, view, tenant.namespace())) {
      ways.add(Way.shut(OUT, tenant.name(), trial, Destination.POD.same(trial, ground)));
    }
    String address = ground.probes().at(view).map(ProbePod::address).orElse("no-probe.invalid");
    for (String place : List.of(tenant.namespace(), ground.stranger(), Ground.NEIGHBOUR)) {
      for (Trial trial : Destination.POD.trials(ground, place, ground.guest())) {
        String port = trial.target().substring(trial.target().lastIndexOf(':'));
        ways.add(
            Way.shut(
                IN,
                tenant.name(),
                trial.to(address + port),
                Destination.POD.same(trial, ground).from(ground.stranger())));
      }
    }
    return ways;
  }

  // The one that all have together, or where tenants have their own, that one alone.
  private boolean isRead(PlatformTargets target, String port) {
    return stores.areApart()
        ? target.owner().filter(tenant.namespace()::equals).isPresent()
            && READ.contains(target.component() + port)
        : READ.contains(target.program() + port);
  }

  // It answers on ports that the program itself does not, and a view is let through to one.
  private List<Way> lookalike(String view, String place, String port) {
    return Destination.POD.trials(ground, view, place).stream()
        .map(
            trial ->
                !stores.areApart()
                        && trial.kind() == io.tenantproof.probe.Check.Kind.TCP
                        && trial.target().endsWith(port)
                    ? Way.open(READS, place, trial)
                    : Way.shut(OUT, place, trial, trial.from(ground.guest())))
        .toList();
  }
}
