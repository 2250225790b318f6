package io.tenantproof.fault;

import io.fabric8.kubernetes.client.KubernetesClient;
import io.tenantproof.probe.ProbeRun;
import io.tenantproof.probe.ProbeSpec;
import io.tenantproof.probe.Run;
import io.tenantproof.scenario.Latency;
import io.tenantproof.wait.Expectation;
import io.tenantproof.wait.Outcome;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A new pod of a tenant that asks the tenant's workload by its name. It needs all that a cluster
 * does: the API server and its store, the scheduler, the kubelet and the runtime, an address, the
 * name, the Service and the policies.
 *
 * @param client of the cluster
 * @param run that makes it
 * @param tenant whose it is
 * @param node where it runs; empty: anywhere
 */
record Newcomer(KubernetesClient client, Run run, String tenant, String node) {

  private static final Duration ASKED = Duration.ofSeconds(1);
  private static final Duration END = Duration.ofSeconds(15);

  /** One is served; each look is one more of them. */
  Expectation isServed() {
    AtomicInteger number = new AtomicInteger();
    return new Expectation(
        "a new pod of %s is served by its workload".formatted(tenant),
        () -> look(number.incrementAndGet()));
  }

  private Outcome look(int number) {
    ProbeSpec spec =
        ProbeSpec.doing(
                run, tenant, "newcomer-%d".formatted(number), Latency.asked(tenant, 10, ASKED))
            .on(node);
    Latency seen = Latency.read(ProbeRun.start(client, spec).printed(END));
    return Outcome.of(seen.failed() == 0 && seen.requests() > 0, seen.toString());
  }
}
