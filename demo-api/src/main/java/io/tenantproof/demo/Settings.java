package io.tenantproof.demo;

import java.net.InetAddress;
import java.time.Duration;
import java.util.Optional;

/**
 * What the service was told at its start; nothing of it changes while it runs.
 *
 * @param identity who the service says it is
 * @param network where it listens
 * @param drain how long it goes on serving after it stopped being ready
 * @param faults how it misbehaves
 */
record Settings(Identity identity, Network network, Duration drain, Faults faults) {

  /**
   * Who the service says it is.
   *
   * @param tenantName the tenant it belongs to
   * @param environment the stage, e.g. production
   * @param app name of the workload
   * @param pod which copy of the workload this is
   * @param message what the page says
   */
  record Identity(String tenantName, String environment, String app, String pod, String message) {}

  /**
   * Where the service listens.
   *
   * @param address interface of both ports
   * @param port TCP port of the API; 0 takes a free one
   * @param managementPort TCP port of health and metrics; 0 takes a free one
   */
  record Network(InetAddress address, int port, int managementPort) {}

  /**
   * How the service misbehaves; all off by default.
   *
   * @param delay wait before each answer of the API
   * @param errorRate share of API requests that fail, 0 to 1
   * @param unready whether it says it is not ready
   * @param crashAfter when the process ends with exit code 1
   */
  record Faults(Duration delay, double errorRate, boolean unready, Optional<Duration> crashAfter) {

    /** No misbehaviour. */
    static final Faults NONE = new Faults(Duration.ZERO, 0, false, Optional.empty());
  }
}
