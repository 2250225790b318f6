package io.tenantproof.cluster;

import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import java.time.Duration;
import java.util.Objects;
import java.util.stream.Stream;

/** Whether a cluster answers, found out once and soon: a client that is used asks for minutes. */
final class Reachable {

  private static final Duration ANSWER = Duration.ofSeconds(5);

  private Reachable() {}

  /**
   * Asks it.
   *
   * @param what is asked, as in "The demo's cluster"
   * @param cure what to do where it does not answer
   * @throws ClusterUnavailable with both, its address and the reason
   */
  static void require(Config config, String what, String cure) {
    config.setConnectionTimeout(Math.toIntExact(ANSWER.toMillis()));
    config.setRequestTimeout(Math.toIntExact(ANSWER.toMillis()));
    config.setRequestRetryBackoffLimit(0);
    try (KubernetesClient client = new KubernetesClientBuilder().withConfig(config).build()) {
      client.getKubernetesVersion();
    } catch (RuntimeException e) {
      throw new ClusterUnavailable(
          "%s does not answer at %s (%s); %s."
              .formatted(what, config.getMasterUrl(), root(e).getMessage(), cure),
          e);
    }
  }

  private static Throwable root(Throwable failure) {
    return Stream.iterate(failure, Objects::nonNull, Throwable::getCause)
        .reduce(failure, (outer, inner) -> inner);
  }
}
