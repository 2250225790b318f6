package io.tenantproof.cluster;

/** A cluster can't be started, reached, or may not be used. */
public final class ClusterUnavailable extends RuntimeException {
  private static final long serialVersionUID = 1L;

  ClusterUnavailable(String message) {
    super(message);
  }

  ClusterUnavailable(String message, Throwable cause) {
    super(message, cause);
  }
}
