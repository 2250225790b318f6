package io.tenantproof.platform;

import io.tenantproof.cluster.Cluster;
import io.tenantproof.loki.Loki;
import java.util.function.Function;

/**
 * Loki as the platform's operators reach it: an org's own, where each tenant has one, else the one
 * of all.
 *
 * @param cluster it runs in
 */
public record LokiDoor(Cluster cluster) {

  private static final String NAME = "loki";
  private static final int PORT = 3100;

  /**
   * Asks it as an org.
   *
   * @throws PlatformFailed when the cluster has no Loki
   */
  public <T> T ask(String orgId, Function<Loki, T> question) {
    return ServiceDoor.toBackend(cluster, orgId, NAME, PORT)
        .ask(address -> question.apply(Loki.at(address, orgId)));
  }
}
