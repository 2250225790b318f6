package io.tenantproof.scenario;

import io.tenantproof.cluster.Cluster;
import io.tenantproof.isolation.Family;
import io.tenantproof.isolation.Proof;
import io.tenantproof.progress.Progress;
import io.tenantproof.vector.Families;
import io.tenantproof.vector.LiveTenants;
import io.tenantproof.vector.Prover;
import io.tenantproof.vector.Vectors;
import java.util.List;

/**
 * Tries to get from each tenant to the others, as the command line does.
 *
 * @param cluster that is looked at, with the tenants that it has at that moment
 */
record Isolation(Cluster cluster) {

  /** Tries vectors of these families; of all where none is named. */
  Proof prove(Family... families) {
    List<Family> wanted = List.of(families);
    List<Vectors> all = Families.all();
    List<Family> known = all.stream().map(Vectors::family).toList();
    if (!known.containsAll(wanted)) {
      throw new IllegalArgumentException(
          "expected families of %s, found %s: there are no vectors of the others"
              .formatted(known, wanted));
    }
    return new Prover(
            cluster,
            all.stream().filter(one -> wanted.isEmpty() || wanted.contains(one.family())).toList(),
            Progress.silent())
        .prove(LiveTenants.of(cluster.client()));
  }
}
