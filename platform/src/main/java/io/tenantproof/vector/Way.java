package io.tenantproof.vector;

import io.tenantproof.isolation.Expected;
import io.tenantproof.isolation.Finding;
import io.tenantproof.isolation.Observation;
import io.tenantproof.isolation.Vector;
import io.tenantproof.probe.Check;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * A way through the network that is to be tried.
 *
 * @param vector it belongs to
 * @param to the tenant or the part of the platform at its end
 * @param expected what should come of it
 * @param trial what is tried
 * @param control the same with the hole opened; empty where the way should be open
 * @param optional whether there may be nothing at the end: then it counts as not tried
 */
record Way(
    Vector vector,
    String to,
    Expected expected,
    Trial trial,
    Optional<Trial> control,
    boolean optional) {

  /**
   * Something tried from somewhere.
   *
   * @param place of the probe
   * @param kind how
   * @param target address and port
   */
  record Trial(String place, Check.Kind kind, String target) {

    Check check() {
      return switch (kind) {
        case UDP -> Check.udp(id(), target);
        default -> Check.tcp(id(), target);
      };
    }

    String id() {
      return kind + " " + target;
    }

    Trial from(String other) {
      return new Trial(other, kind, target);
    }

    Trial to(String other) {
      return new Trial(place, kind, other);
    }
  }

  /** A way that should be shut; the control shows that it could be seen open. */
  static Way shut(Vector vector, String to, Trial trial, Trial control) {
    return new Way(vector, to, Expected.SHUT, trial, Optional.of(control), false);
  }

  /** The same to a place where perhaps nobody answers anyone. */
  static Way shutIfThere(Vector vector, String to, Trial trial, Trial control) {
    return new Way(vector, to, Expected.SHUT, trial, Optional.of(control), true);
  }

  /** A way that a tenant needs. */
  static Way open(Vector vector, String to, Trial trial) {
    return new Way(vector, to, Expected.OPEN, trial, Optional.empty(), false);
  }

  /** What is tried of it that must get through. */
  Stream<Trial> passing() {
    return switch (expected) {
      case OPEN -> Stream.of(trial);
      case SHUT, KNOWN_OPEN -> optional ? Stream.empty() : control.stream();
    };
  }

  /** What came of it. */
  Finding finding(Ground ground, Function<Trial, Observation> seen) {
    Optional<Observation> controlSeen = control.map(seen);
    Observation own = seen.apply(trial);
    if (optional && own.isShut() && controlSeen.filter(Observation::isShut).isPresent()) {
      own =
          Observation.notTried(
              "nothing answers at %s in this cluster, even without any policy"
                  .formatted(trial.target()));
    }
    return new Finding(
        vector, ground.owner(trial.place()), to, trial.target(), expected, own, controlSeen);
  }
}
