package io.tenantproof.isolation;

import java.util.Optional;

/**
 * What came of trying a vector once.
 *
 * @param vector that was tried
 * @param from the tenant it was tried from
 * @param to the tenant, or part of the platform, that it was to reach
 * @param target where exactly, as in {@code 10.42.0.7:8080}
 * @param expected what should come of it
 * @param observation what was seen
 * @param control what was seen where the hole had been opened; empty where none is needed
 */
public record Finding(
    Vector vector,
    String from,
    String to,
    String target,
    Expected expected,
    Observation observation,
    Optional<Observation> control) {

  /** What it means. */
  public Verdict verdict() {
    if (observation.state() == Observation.State.NOT_TRIED) {
      return Verdict.NOT_TRIED;
    }
    if (observation.state() == Observation.State.FAILED) {
      return Verdict.UNPROVEN;
    }
    return switch (expected) {
      case OPEN -> observation.isOpen() ? Verdict.SERVED : Verdict.CUT_OFF;
      case KNOWN_OPEN -> observation.isOpen() ? Verdict.KNOWN : Verdict.ISOLATED;
      case SHUT -> observation.isOpen() ? Verdict.BREACHED : shut();
    };
  }

  // A control that could not be set up at all is no reason to say more than is known.
  private Verdict shut() {
    return control.filter(Observation::isOpen).isPresent() ? Verdict.ISOLATED : Verdict.UNPROVEN;
  }

  /** The verdict's reason, in words. */
  public String reason() {
    return switch (verdict()) {
      case ISOLATED, SERVED, KNOWN, NOT_TRIED, CUT_OFF, BREACHED -> observation.seen();
      case UNPROVEN ->
          observation.isShut()
              ? "shut (%s), but the control did not get through either: %s"
                  .formatted(
                      observation.seen(),
                      control.map(Observation::seen).orElse("there is no control"))
              : "it could not be tried: " + observation.seen();
    };
  }
}
