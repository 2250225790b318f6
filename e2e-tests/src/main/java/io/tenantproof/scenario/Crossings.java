package io.tenantproof.scenario;

import io.fabric8.kubernetes.client.KubernetesClient;
import io.tenantproof.isolation.Observation;
import io.tenantproof.probe.Check;
import io.tenantproof.probe.Leftovers;
import io.tenantproof.probe.ProbePod;
import io.tenantproof.probe.ProbePods;
import io.tenantproof.probe.ProbeSpec;
import io.tenantproof.probe.Run;
import io.tenantproof.wait.Together;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Ways from a pod of a tenant to a pod on another node, in each direction, TCP and UDP.
 *
 * @param own those to a pod of the same tenant
 * @param foreign those to a pod of another one
 */
public record Crossings(Map<String, Observation> own, Map<String, Observation> foreign) {

  private static final int TCP_PORT = 8080;
  private static final int UDP_PORT = 9999;

  private record Place(String tenant, String node) {

    @Override
    public String toString() {
      return "%s on %s".formatted(tenant, node);
    }
  }

  private record Way(Place from, Place to, Observation seen) {}

  /** Copies what it is given. */
  public Crossings {
    own = Map.copyOf(own);
    foreign = Map.copyOf(foreign);
  }

  /** Puts a pod of each tenant on each node, tries all ways, and leaves nothing behind. */
  static Crossings tried(KubernetesClient client, List<String> tenants, List<String> nodes) {
    Run run = Run.begin();
    List<Place> places = new ArrayList<>();
    for (String tenant : tenants) {
      nodes.forEach(node -> places.add(new Place(tenant, node)));
    }
    List<Way> ways = new Leftovers(client).leavingNothing(run, () -> ways(client, run, places));
    return new Crossings(
        seen(ways.stream().filter(Crossings::isOwn).toList()),
        seen(ways.stream().filter(way -> !isOwn(way)).toList()));
  }

  private static boolean isOwn(Way way) {
    return way.from().tenant().equals(way.to().tenant());
  }

  private static Map<String, Observation> seen(List<Way> ways) {
    Map<String, Observation> seen = new TreeMap<>();
    for (Way way : ways) {
      seen.put("%s to %s, way %d".formatted(way.from(), way.to(), seen.size() + 1), way.seen());
    }
    return seen;
  }

  private static List<Way> ways(KubernetesClient client, Run run, List<Place> places) {
    List<ProbeSpec> specs = new ArrayList<>();
    for (Place place : places) {
      specs.add(
          ProbeSpec.serving(run, place.tenant())
              .named("on-" + specs.size())
              .at(place.toString())
              .on(place.node()));
    }
    ProbePods probes = ProbePods.start(client, run, specs);
    return Together.each(places, from -> from(from, places, probes));
  }

  private static List<Way> from(Place from, List<Place> places, ProbePods probes) {
    Map<String, Place> targets = new TreeMap<>();
    List<Check> checks = new ArrayList<>();
    for (Place to : places) {
      if (!to.node().equals(from.node())) {
        String address = probes.require(to.toString()).address();
        checks.add(Check.tcp("tcp " + to, address + ":" + TCP_PORT));
        checks.add(Check.udp("udp " + to, address + ":" + UDP_PORT));
        targets.put("tcp " + to, to);
        targets.put("udp " + to, to);
      }
    }
    ProbePod probe = probes.require(from.toString());
    Map<String, Observation> seen = probe.run(checks);
    return targets.entrySet().stream()
        .map(
            target ->
                new Way(
                    from,
                    target.getValue(),
                    seen.getOrDefault(target.getKey(), Observation.failed("nothing was said"))))
        .toList();
  }
}
