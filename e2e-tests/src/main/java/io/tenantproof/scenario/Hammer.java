package io.tenantproof.scenario;

import io.tenantproof.probe.Leftovers;
import io.tenantproof.probe.ProbePod;
import io.tenantproof.probe.ProbePods;
import io.tenantproof.probe.ProbeSpec;
import io.tenantproof.probe.Run;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * A client in each tenant's namespace that asks the tenant's workload without a pause, each time by
 * a connection of its own.
 */
public final class Hammer implements AutoCloseable {

  private static final int RATE = 20;

  private final Scenario scenario;
  private final Run run;
  private final ExecutorService threads;
  private final Map<String, CompletableFuture<Latency>> asked;

  private Hammer(
      Scenario scenario,
      Run run,
      ExecutorService threads,
      Map<String, CompletableFuture<Latency>> asked) {
    this.scenario = scenario;
    this.run = run;
    this.threads = threads;
    this.asked = asked;
  }

  /** Starts to ask all tenants for a while. */
  public static Hammer on(Scenario scenario, Duration time) {
    Run run = Run.begin();
    ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    Map<String, CompletableFuture<Latency>> asked = new TreeMap<>();
    Hammer hammer = new Hammer(scenario, run, threads, asked);
    try {
      List<String> tenants = scenario.tenants().stream().map(TenantView::name).toList();
      ProbePods probes =
          ProbePods.start(
              scenario.platform().cluster().client(),
              run,
              tenants.stream().map(name -> ProbeSpec.serving(run, name)).toList());
      for (String tenant : tenants) {
        ProbePod probe =
            probes.at(tenant).orElseThrow(() -> new IllegalStateException(probes.trouble(tenant)));
        asked.put(
            tenant, CompletableFuture.supplyAsync(() -> latency(probe, tenant, time), threads));
      }
      return hammer;
    } catch (RuntimeException e) {
      hammer.close();
      throw e;
    }
  }

  /** Whether all of them still ask. */
  public boolean goesOn() {
    return asked.values().stream().noneMatch(CompletableFuture::isDone);
  }

  /** What came of it, by tenant, once the time is over. */
  public Map<String, Latency> ended() {
    Map<String, Latency> all = new TreeMap<>();
    asked.forEach((tenant, latency) -> all.put(tenant, latency.join()));
    return all;
  }

  @Override
  public void close() {
    threads.shutdownNow();
    new Leftovers(scenario.platform().cluster().client()).remove(run);
  }

  private static Latency latency(ProbePod probe, String tenant, Duration time) {
    return Latency.read(
        probe.askFor(
            time,
            "latency",
            "-url",
            "http://demo-api.%s.svc.cluster.local/api/v1/tenant".formatted(tenant),
            "-rate",
            String.valueOf(RATE),
            "-for",
            time.toSeconds() + "s"));
  }
}
