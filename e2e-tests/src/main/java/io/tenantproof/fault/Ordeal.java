package io.tenantproof.fault;

import io.fabric8.kubernetes.client.KubernetesClient;
import io.tenantproof.probe.Leftovers;
import io.tenantproof.probe.Passage;
import io.tenantproof.probe.ProbePods;
import io.tenantproof.probe.ProbeRun;
import io.tenantproof.probe.ProbeSpec;
import io.tenantproof.probe.Run;
import io.tenantproof.scenario.Latency;
import io.tenantproof.scenario.Scenario;
import io.tenantproof.scenario.TenantView;
import io.tenantproof.wait.Expectation;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;

/**
 * A platform while something breaks: two clients in each tenant's namespace ask its workload more
 * than a hundred times a second, one by connections that it keeps and one by new ones, and a pod of
 * the first tenant tries to get to the last one.
 *
 * @param scenario the platform
 * @param node where clients and trespasser run; empty: anywhere
 * @param rate requests a second of each client
 */
public record Ordeal(Scenario scenario, String node, int rate) {

  private static final int RATE = 65;
  private static final int RATE_ON_ONE_OF_TWO = 30;
  private static final String PORT = ":8080";
  private static final Duration STEADY = Duration.ofSeconds(5);
  private static final Duration END = Duration.ofSeconds(90);

  /** One whose clients may run anywhere. */
  public Ordeal(Scenario scenario) {
    this(scenario, "", RATE);
  }

  /**
   * The same with clients and trespasser on one of two nodes, which is not to break. They ask less:
   * both nodes are on one machine.
   */
  public Ordeal on(String other) {
    return new Ordeal(scenario, other, RATE_ON_ONE_OF_TWO);
  }

  /** Breaks something under load, waits until it is whole again, and leaves nothing behind. */
  public Toll under(Fault fault) {
    return under(fault, () -> {});
  }

  /** The same, with something begun just before that. */
  public Toll under(Fault fault, Runnable begun) {
    String last = scenario.tenants().getLast().name();
    return under(
        fault.lasts(),
        () -> {
          begun.run();
          return new Strikes(scenario.platform().cluster(), last).strike(fault);
        });
  }

  /**
   * The same with anything.
   *
   * @param lasts how long clients ask
   * @param strike breaks it, and says what must be so for all to be whole again
   */
  public Toll under(Duration lasts, Supplier<Expectation> strike) {
    Run run = Run.begin();
    KubernetesClient client = scenario.platform().cluster().client();
    return new Leftovers(client)
        .leavingNothing(run, () -> new Course(client, run).under(lasts, strike));
  }

  private final class Course {

    private final KubernetesClient client;
    private final Run run;
    private final String first;
    private final String last;

    Course(KubernetesClient client, Run run) {
      this.client = client;
      this.run = run;
      List<String> tenants = scenario.tenants().stream().map(TenantView::name).toList();
      this.first = tenants.getFirst();
      this.last = tenants.getLast();
    }

    Toll under(Duration lasts, Supplier<Expectation> strike) {
      ProbePods still =
          ProbePods.start(
              client,
              run,
              List.of(
                  ProbeSpec.serving(run, first).on(node), ProbeSpec.serving(run, last).on(node)));
      String own = still.require(first).address() + PORT;
      String foreign = still.require(last).address() + PORT;
      String service = service(last);
      ProbeRun trespasser = trespasser(lasts, own, foreign, service);
      Map<String, ProbeRun> clients = clients(lasts);
      scenario.becomes(
          Expectation.allOf(
              "all clients run", clients.values().stream().map(ProbeRun::runs).toList()));
      scenario.becomes(trespasser.runs());
      scenario.staysFor(STEADY, trespasser.runs());

      Expectation whole = strike.get();
      Instant struck = Clock.systemUTC().instant();
      scenario.becomes(whole);
      scenario.becomes(new Newcomer(client, run, first, node).isServed());
      Duration recovery = Duration.between(struck, Clock.systemUTC().instant());

      List<Passage> tried = Passage.read(trespasser.printed(END));
      Map<String, Latency> fared = new TreeMap<>();
      clients.forEach((name, started) -> fared.put(name, Latency.read(started.printed(END))));
      return new Toll(
          fared, Trespass.of(tried, foreign, service), Trespass.of(tried, own), recovery);
    }

    private Map<String, ProbeRun> clients(Duration lasts) {
      Map<String, ProbeRun> all = new TreeMap<>();
      for (TenantView tenant : scenario.tenants()) {
        List<String> asked = Latency.asked(tenant.name(), rate, lasts);
        List<String> kept = new ArrayList<>(asked);
        kept.add("-kept");
        all.put(tenant.name() + ", new connections", start("fresh", tenant.name(), asked));
        all.put(tenant.name() + ", kept connections", start("kept", tenant.name(), kept));
      }
      return all;
    }

    private ProbeRun trespasser(Duration lasts, String... targets) {
      List<String> words =
          new ArrayList<>(List.of("window", "-for", lasts.toSeconds() + "s", "-every", "50ms"));
      words.addAll(List.of(targets));
      return start("trespasser", first, words);
    }

    private ProbeRun start(String stem, String namespace, List<String> words) {
      return ProbeRun.start(client, ProbeSpec.doing(run, namespace, stem, words).on(node));
    }

    private String service(String tenant) {
      return client
              .services()
              .inNamespace(tenant)
              .withName("demo-api")
              .require()
              .getSpec()
              .getClusterIP()
          + ":80";
    }
  }
}
