package io.tenantproof.isolation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class FindingTest {

  private static final Vector VECTOR =
      new Vector("network.pod.tcp", Family.NETWORK, "TCP", "NetworkPolicy");

  private static Finding finding(
      Expected expected, Observation.State state, Optional<Observation.State> control) {
    return new Finding(
        VECTOR,
        "a",
        "b",
        "10.42.0.7:8080",
        expected,
        seen(state, "what was seen"),
        control.map(one -> seen(one, "what the control saw")));
  }

  private static Observation seen(Observation.State state, String seen) {
    return new Observation(state, seen, Duration.ZERO);
  }

  @ParameterizedTest
  @CsvSource({
    "SHUT,       ALLOWED,   ALLOWED,   BREACHED",
    "SHUT,       ALLOWED,   DROPPED,   BREACHED",
    "SHUT,       ALLOWED,   FAILED,    BREACHED",
    "SHUT,       ALLOWED,   ,          BREACHED",
    "SHUT,       REFUSED,   ALLOWED,   ISOLATED",
    "SHUT,       DROPPED,   ALLOWED,   ISOLATED",
    "SHUT,       REFUSED,   REFUSED,   UNPROVEN",
    "SHUT,       DROPPED,   DROPPED,   UNPROVEN",
    "SHUT,       DROPPED,   FAILED,    UNPROVEN",
    "SHUT,       DROPPED,   NOT_TRIED, UNPROVEN",
    "SHUT,       DROPPED,   ,          UNPROVEN",
    "OPEN,       ALLOWED,   ,          SERVED",
    "OPEN,       REFUSED,   ,          CUT_OFF",
    "OPEN,       DROPPED,   ,          CUT_OFF",
    "OPEN,       DROPPED,   ALLOWED,   CUT_OFF",
    "KNOWN_OPEN, ALLOWED,   ,          KNOWN",
    "KNOWN_OPEN, REFUSED,   ,          ISOLATED",
    "KNOWN_OPEN, DROPPED,   ,          ISOLATED"
  })
  void aVerdictFollowsFromWhatWasExpectedAndSeen(
      Expected expected, Observation.State state, Observation.State control, Verdict verdict) {
    assertThat(finding(expected, state, Optional.ofNullable(control)).verdict()).isEqualTo(verdict);
  }

  @ParameterizedTest
  @EnumSource
  void whatCouldNotBeTriedProvesNothing(Expected expected) {
    Finding finding =
        finding(expected, Observation.State.FAILED, Optional.of(Observation.State.ALLOWED));

    assertThat(finding.verdict()).isEqualTo(Verdict.UNPROVEN);
    assertThat(finding.reason()).isEqualTo("it could not be tried: what was seen");
  }

  @ParameterizedTest
  @EnumSource
  void whatWasLeftOutIsNotTried(Expected expected) {
    Finding finding =
        finding(expected, Observation.State.NOT_TRIED, Optional.of(Observation.State.ALLOWED));

    assertThat(finding.verdict()).isEqualTo(Verdict.NOT_TRIED);
    assertThat(finding.reason()).isEqualTo("what was seen");
  }

  @Test
  void theReasonOfAWayThatIsShutUnprovenIsItsControl() {
    assertThat(
            finding(Expected.SHUT, Observation.State.DROPPED, Optional.of(Observation.State.FAILED))
                .reason())
        .isEqualTo(
            "shut (what was seen), but the control did not get through either:"
                + " what the control saw");
    assertThat(finding(Expected.SHUT, Observation.State.DROPPED, Optional.empty()).reason())
        .endsWith("there is no control");
  }

  @Test
  void everyOtherReasonIsWhatWasSeen() {
    assertThat(finding(Expected.SHUT, Observation.State.ALLOWED, Optional.empty()).reason())
        .isEqualTo("what was seen");
    assertThat(finding(Expected.OPEN, Observation.State.DROPPED, Optional.empty()).reason())
        .isEqualTo("what was seen");
  }
}
