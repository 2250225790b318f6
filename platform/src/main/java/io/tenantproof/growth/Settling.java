package io.tenantproof.growth;

import io.fabric8.kubernetes.client.KubernetesClient;
import io.tenantproof.argocd.ArgoCd;
import io.tenantproof.cluster.Cluster;
import io.tenantproof.platform.Kit;
import io.tenantproof.platform.Platform;
import io.tenantproof.platform.PlatformUp;
import io.tenantproof.progress.Progress;
import io.tenantproof.tenant.Tenant;
import io.tenantproof.wait.Await;
import io.tenantproof.wait.Expectation;
import io.tenantproof.wait.Outcome;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;

/**
 * How long Argo CD takes for a commit; it is told of each at once, as a webhook would.
 *
 * @param kit whose settings say how long a wait may take
 * @param cluster with the platform
 */
record Settling(Kit kit, Cluster cluster) {

  /**
   * The time from the push until all Applications of the tenants that are then are Synced and
   * Healthy at it.
   */
  Duration time(Supplier<String> push, Supplier<List<Tenant>> tenants, Progress.Step step) {
    Instant begin = Clock.systemUTC().instant();
    String commit = push.get();
    Platform.sync(argoCd(), tenants.get(), commit, await(step));
    return Duration.between(begin, Clock.systemUTC().instant());
  }

  /** Takes back what came to a tree, and waits until nothing is left of it. */
  void gone(GrowingTree tree, Progress.Step step) {
    List<Tenant> tenants = tree.grown();
    var _ = tree.takeBack();
    tell(tree.tenants());
    KubernetesClient client = cluster.client();
    await(step)
        .until(
            new Expectation(
                "the namespaces of %d tenants are gone".formatted(tenants.size()),
                () -> {
                  List<String> there =
                      tenants.stream()
                          .map(Tenant::namespace)
                          .filter(name -> client.namespaces().withName(name).get() != null)
                          .toList();
                  return Outcome.of(there.isEmpty(), "there are " + String.join(", ", there));
                }));
  }

  /** Makes Argo CD look at git now. */
  void tell(List<Tenant> tenants) {
    Platform.refresh(argoCd(), tenants);
  }

  private Await await(Progress.Step step) {
    return Await.atMost(PlatformUp.wait(kit)).telling(step::detail);
  }

  private ArgoCd argoCd() {
    return new ArgoCd(cluster.client());
  }
}
