package io.tenantproof.vector;

import io.tenantproof.isolation.Family;
import io.tenantproof.isolation.Finding;
import io.tenantproof.isolation.Observation;
import io.tenantproof.probe.Check;
import io.tenantproof.probe.ProbePod;
import io.tenantproof.probe.ProbeSpec;
import io.tenantproof.tenant.Tenant;
import io.tenantproof.vector.Way.Trial;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Packets, from each tenant to each other, out of it and into it.
 *
 * <p>Between two tenants two policies stand, that of the sender and that of the receiver. A
 * throw-away namespace without any shows each of them alone: what a tenant reaches there only its
 * own policy stops, what reaches a tenant from there only the tenant's.
 */
public final class NetworkVectors implements Vectors {

  @Override
  public Family family() {
    return Family.NETWORK;
  }

  @Override
  public List<Finding> explore(Ground ground) {
    List<Way> ways = new ArrayList<>();
    boolean apart = ground.stores().areApart();
    for (Tenant tenant : ground.tenants()) {
      ways.addAll(toTheOthers(ground, tenant));
      ways.addAll(outward(ground, tenant));
      ways.addAll(inward(ground, tenant, apart));
    }
    ways.addAll(new PlatformWays(ground).all());
    Map<Trial, Observation> seen = new Trials(ground.probes()).run(ways);
    return ways.stream()
        .map(way -> way.finding(ground, trial -> Objects.requireNonNull(seen.get(trial))))
        .toList();
  }

  private static List<Way> toTheOthers(Ground ground, Tenant from) {
    List<Way> ways = new ArrayList<>();
    for (Tenant to : ground.others(from)) {
      for (Destination destination : Destination.values()) {
        for (Trial trial : destination.trials(ground, from.namespace(), to.namespace())) {
          ways.add(
              Way.shut(
                  NetworkKinds.between(destination, trial.kind()),
                  to.name(),
                  trial,
                  destination.same(trial, ground)));
        }
      }
    }
    return ways;
  }

  private static List<Way> outward(Ground ground, Tenant tenant) {
    List<Way> ways = new ArrayList<>();
    String place = tenant.namespace();
    for (Trial trial : Destination.POD.trials(ground, place, ground.guest())) {
      ways.add(
          Way.shut(
              NetworkKinds.out(trial.kind()),
              Ground.STRANGERS,
              trial,
              trial.from(ground.stranger())));
    }
    // Not to itself: what a pod sends to its own address no policy sees.
    for (Trial trial : Destination.POD.trials(ground, place, Ground.mateOf(tenant))) {
      ways.add(Way.open(NetworkKinds.OWN, tenant.name(), trial));
    }
    return ways;
  }

  private static List<Way> inward(Ground ground, Tenant tenant, boolean apart) {
    List<Way> ways = new ArrayList<>();
    String to = tenant.namespace();
    for (Trial trial : Destination.POD.trials(ground, ground.stranger(), to)) {
      ways.add(
          Way.shut(
              NetworkKinds.in(trial.kind()),
              tenant.name(),
              trial,
              Destination.POD.same(trial, ground)));
    }
    for (Trial trial : Destination.POD.trials(ground, Ground.NEIGHBOUR, to)) {
      ways.add(
          Way.shut(
              NetworkKinds.NEIGHBOUR,
              tenant.name(),
              trial,
              Destination.POD.same(trial, ground).from(Ground.NEIGHBOUR)));
    }
    for (Trial trial : Destination.POD.trials(ground, Ground.PROMETHEUS, to)) {
      // Where a tenant has a Prometheus of its own, the one of all others is a stranger.
      boolean metrics =
          !apart && trial.kind() == Check.Kind.TCP && trial.target().endsWith(":8081");
      ways.add(
          metrics
              ? Way.open(NetworkKinds.SCRAPE, tenant.name(), trial)
              : Way.shut(
                  NetworkKinds.PROMETHEUS,
                  tenant.name(),
                  trial,
                  Destination.POD.same(trial, ground).from(Ground.PROMETHEUS)));
    }
    return ways;
  }

  /** How a pod of another namespace is addressed. */
  enum Destination {
    POD,
    SERVICE,
    NAME;

    /** One for each port, from a place to the probe of a namespace. */
    List<Trial> trials(Ground ground, String place, String namespace) {
      String host = host(ground, namespace);
      List<Trial> trials = new ArrayList<>();
      ProbeSpec.TCP_PORTS.forEach(
          port -> trials.add(new Trial(place, Check.Kind.TCP, host + ":" + port)));
      ProbeSpec.UDP_PORTS.forEach(
          port -> trials.add(new Trial(place, Check.Kind.UDP, host + ":" + port)));
      return trials;
    }

    /** The same between two namespaces that have no policy. */
    Trial same(Trial trial, Ground ground) {
      String port = trial.target().substring(trial.target().lastIndexOf(':'));
      return trial.from(ground.stranger()).to(host(ground, ground.guest()) + port);
    }

    // A name that nothing has makes the trial fail, with the reason: it never counts as shut.
    private String host(Ground ground, String namespace) {
      String service = ground.run().name("probe");
      return switch (this) {
        case POD -> ground.probes().at(namespace).map(ProbePod::address).orElse("no-probe.invalid");
        case SERVICE -> ground.serviceAddress(namespace).orElse("no-service.invalid");
        case NAME -> "%s.%s.svc".formatted(service, namespace);
      };
    }
  }
}
