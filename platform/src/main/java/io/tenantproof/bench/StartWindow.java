package io.tenantproof.bench;

import io.fabric8.kubernetes.client.KubernetesClient;
import io.tenantproof.cluster.Cluster;
import io.tenantproof.probe.Leftovers;
import io.tenantproof.probe.OpenNamespace;
import io.tenantproof.probe.Passage;
import io.tenantproof.probe.ProbePods;
import io.tenantproof.probe.ProbeSpec;
import io.tenantproof.probe.Run;
import io.tenantproof.probe.ThrowAwayTenants;
import io.tenantproof.progress.Progress;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a pod's first packets come to: a network policy that is put in force after the pod's program
 * has begun lets some through that it must not, or holds some back that it should not. Each way is
 * tried by new pods, with a connection every 5 ms from their first moment on.
 *
 * @param cluster with a platform
 * @param gitops the tree with the charts
 * @param progress is told each way
 */
public record StartWindow(Cluster cluster, Path gitops, Progress progress) {

  /** One way and what came of it. */
  public enum Way {
    /** Two policies stand between: neither tenant's may be late. */
    TENANT_TO_TENANT("a new pod of a tenant to another tenant", false),
    /** The sender's policy alone. */
    OUT("a new pod of a tenant to a namespace without policies", false),
    /** The receiver's policy alone. */
    IN("a new pod of a namespace without policies to a tenant", false),
    /** What a tenant's own policy lets pass. */
    OWN("a new pod of a tenant to a pod of its own", true),
    /** Nothing stands between: what the network itself takes, and the control of all others. */
    FREE("a new pod of a namespace without policies to another such", true);

    private final String title;
    private final boolean open;

    Way(String title, boolean open) {
      this.title = title;
      this.open = open;
    }

    /** In words. */
    public String title() {
      return title;
    }

    /** Whether packets must pass. */
    public boolean open() {
      return open;
    }
  }

  /** Tries each way with so many new pods, and leaves nothing behind. */
  public Map<Way, List<Passage>> measure(int pods) {
    KubernetesClient client = cluster.client();
    new Leftovers(client).removeExpired();
    Run run = Run.begin();
    return new Leftovers(client)
        .leavingNothing(run, () -> new Measurement(client, run, pods).measure());
  }

  private final class Measurement {

    private final KubernetesClient client;
    private final Run run;
    private final int pods;
    private final String tenant;
    private final String other;
    private final String free;
    private final String freeToo;

    Measurement(KubernetesClient client, Run run, int pods) {
      this.client = client;
      this.run = run;
      this.pods = pods;
      this.tenant = run.name("tp") + "-00";
      this.other = run.name("tp") + "-01";
      this.free = run.name("tenantproof-free");
      this.freeToo = run.name("tenantproof-free-too");
    }

    Map<Way, List<Passage>> measure() {
      ThrowAwayTenants made = new ThrowAwayTenants(client, gitops, run);
      List.of(tenant, other).forEach(made::make);
      List.of(free, freeToo).forEach(name -> new OpenNamespace(client, run, name).create());
      ProbePods targets =
          ProbePods.start(
              client,
              run,
              List.of(tenant, other, freeToo).stream()
                  .map(name -> ProbeSpec.serving(run, name))
                  .toList());
      Map<Way, List<Passage>> all = new LinkedHashMap<>();
      for (Way way : Way.values()) {
        all.put(way, new ArrayList<>());
      }
      tried(
          tenant,
          Map.of(
              at(targets, other), Way.TENANT_TO_TENANT,
              at(targets, freeToo), Way.OUT,
              at(targets, tenant), Way.OWN),
          all);
      tried(free, Map.of(at(targets, other), Way.IN, at(targets, freeToo), Way.FREE), all);
      return all;
    }

    private void tried(String from, Map<String, Way> ways, Map<Way, List<Passage>> all) {
      try (Progress.Step step = progress.begin("%d new pods in %s".formatted(pods, from))) {
        List<Passage> seen =
            new WindowPods(client, run).tried(from, pods, ways.keySet().stream().sorted().toList());
        seen.forEach(one -> listOf(all, ways, one).add(one));
        step.done("%d connections".formatted(seen.stream().mapToInt(Passage::attempts).sum()));
      }
    }

    private static List<Passage> listOf(
        Map<Way, List<Passage>> all, Map<String, Way> ways, Passage one) {
      return java.util.Objects.requireNonNull(
          all.get(java.util.Objects.requireNonNull(ways.get(one.target()))));
    }

    private String at(ProbePods probes, String place) {
      return probes.require(place).address() + ":8080";
    }
  }
}
