package io.tenantproof.status;

import io.tenantproof.cluster.Cluster;

/** A cluster that no platform runs in. */
public final class NoPlatform extends RuntimeException {
  private static final long serialVersionUID = 1L;

  NoPlatform(Cluster cluster) {
    super(
        "The cluster %s has no Argo CD, so no platform runs there: bring one up with `make demo`, or name another cluster with --context."
            .formatted(cluster.name()));
  }
}
