package io.tenantproof.scenario;

import io.tenantproof.isolation.Family;
import io.tenantproof.isolation.Proof;
import io.tenantproof.platform.Platform;
import io.tenantproof.progress.Progress;
import io.tenantproof.vector.Families;
import io.tenantproof.vector.LiveTenants;
import io.tenantproof.vector.Prover;
import io.tenantproof.vector.Vectors;
import java.util.List;

/**
 * Tries to get from each tenant to the others, as the command line does.
 *
 * @param platform that is looked at, with the tenants that its cluster has at that moment
 */
public record Isolation(Platform platform) {

  /** The families that apply: all, or those that the user's own file names. */
  public static List<Family> families(Platform platform) {
    return Families.named(platform.kit().own().probes()).stream().map(Vectors::family).toList();
  }

  /** Tries vectors of these families; of all that apply where none is named. */
  Proof prove(Family... families) {
    List<Family> wanted = families.length == 0 ? families(platform) : List.of(families);
    List<Vectors> all = Families.all();
    List<Family> known = all.stream().map(Vectors::family).toList();
    if (!known.containsAll(wanted)) {
      throw new IllegalArgumentException(
          "expected families of %s, found %s: there are no vectors of the others"
              .formatted(known, wanted));
    }
    return new Prover(
            platform.cluster(),
            all.stream().filter(one -> wanted.contains(one.family())).toList(),
            Progress.silent())
        .prove(LiveTenants.of(platform.cluster().client()));
  }
}
