package io.tenantproof.scenario;

import io.tenantproof.probe.Leftovers;
import io.tenantproof.probe.ProbePod;
import io.tenantproof.probe.ProbePods;
import io.tenantproof.probe.ProbeSpec;
import io.tenantproof.probe.Run;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Two clients in each tenant's namespace that ask the tenant's workload until they are told to end,
 * each time by a connection of its own. They ask in turns that overlap, so that one of them asks at
 * any time.
 */
public final class Hammer implements AutoCloseable {

  private static final int RATE = 20;
  private static final Duration TURN = Duration.ofSeconds(6);

  private final Scenario scenario;
  private final Run run;
  private final ExecutorService threads;
  private final AtomicBoolean ended;
  private final Map<String, List<CompletableFuture<Latency>>> asked;

  private Hammer(Scenario scenario) {
    this.scenario = scenario;
    this.run = Run.begin();
    this.threads = Executors.newVirtualThreadPerTaskExecutor();
    this.ended = new AtomicBoolean();
    this.asked = new TreeMap<>();
  }

  /** Starts to ask all tenants. */
  public static Hammer on(Scenario scenario) {
    Hammer hammer = new Hammer(scenario);
    try {
      hammer.start();
      return hammer;
    } catch (RuntimeException e) {
      hammer.close();
      throw e;
    }
  }

  private void start() {
    List<String> tenants = scenario.tenants().stream().map(TenantView::name).toList();
    ProbePods probes =
        ProbePods.start(
            scenario.platform().cluster().client(),
            run,
            tenants.stream().map(name -> ProbeSpec.serving(run, name)).toList());
    for (String tenant : tenants) {
      ProbePod probe = probes.require(tenant);
      asked.put(
          tenant, List.of(asking(probe, tenant, TURN), asking(probe, tenant, TURN.dividedBy(2))));
    }
  }

  private CompletableFuture<Latency> asking(ProbePod probe, String tenant, Duration first) {
    return CompletableFuture.supplyAsync(
        () -> {
          List<Latency> turns = new ArrayList<>();
          turns.add(latency(probe, tenant, first));
          while (!ended.get()) {
            turns.add(latency(probe, tenant, TURN));
          }
          return Latency.all(turns);
        },
        threads);
  }

  /** Ends it; what came of it by tenant. */
  public Map<String, Latency> ended() {
    ended.set(true);
    Map<String, Latency> all = new TreeMap<>();
    asked.forEach(
        (tenant, both) ->
            all.put(tenant, Latency.all(both.stream().map(CompletableFuture::join).toList())));
    return all;
  }

  @Override
  public void close() {
    ended.set(true);
    threads.shutdownNow();
    new Leftovers(scenario.platform().cluster().client()).remove(run);
  }

  private static Latency latency(ProbePod probe, String tenant, Duration time) {
    return Latency.read(probe.askFor(time, Latency.asked(tenant, RATE, time)));
  }
}
