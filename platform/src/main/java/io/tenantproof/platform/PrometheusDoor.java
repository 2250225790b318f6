package io.tenantproof.platform;

import io.tenantproof.cluster.Cluster;
import io.tenantproof.prometheus.Prometheus;
import java.util.function.Function;

/**
 * Prometheus as the platform's operators reach it: a tenant's own, where each has one, else the one
 * of all.
 *
 * @param cluster it runs in
 */
public record PrometheusDoor(Cluster cluster) {

  private static final String NAME = "prometheus";
  private static final int PORT = 9090;

  /**
   * Asks the one that has a tenant's series.
   *
   * @param tenant its namespace
   * @throws PlatformFailed when the cluster has no Prometheus
   */
  public <T> T ask(String tenant, Function<Prometheus, T> question) {
    return ServiceDoor.toBackend(cluster, tenant, NAME, PORT)
        .ask(address -> question.apply(Prometheus.at(address)));
  }
}
