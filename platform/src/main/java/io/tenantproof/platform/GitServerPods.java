package io.tenantproof.platform;

import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.readiness.Readiness;
import io.tenantproof.cluster.Leaving;
import io.tenantproof.wait.Await;
import io.tenantproof.wait.Expectation;
import io.tenantproof.wait.Outcome;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/**
 * The pods that the git server has had: one is ready, others may be on their way in or out.
 *
 * @param client for the cluster
 */
record GitServerPods(KubernetesClient client) {

  // Its data is on one node: after the loss of that one it comes back with it, and not before.
  private static final Duration READY = Duration.ofSeconds(60);

  /**
   * The one that serves; waited for, up to a minute.
   *
   * @throws io.tenantproof.wait.NotMet when there is none, with how its pods are
   */
  Pod ready() {
    AtomicReference<Optional<Pod>> found = new AtomicReference<>(Optional.empty());
    Await.atMost(READY)
        .until(
            new Expectation(
                "a pod of the git server is ready",
                () -> {
                  found.set(pods().stream().filter(GitServerPods::serves).findFirst());
                  return Outcome.of(found.get().isPresent(), seen(found.get()));
                }));
    return found.get().orElseThrow();
  }

  private List<Pod> pods() {
    return client
        .pods()
        .inNamespace(GitServer.NAMESPACE)
        .withLabel("app.kubernetes.io/name", GitServer.NAME)
        .list()
        .getItems();
  }

  private static boolean serves(Pod pod) {
    return Leaving.isNot(pod) && Readiness.getInstance().isReady(pod);
  }

  private String seen(Optional<Pod> ready) {
    return ready
        .map(pod -> pod.getMetadata().getName() + " is ready")
        .orElseGet(() -> "none; not ready: " + new Pods(client, GitServer.NAMESPACE).notReady());
  }
}
