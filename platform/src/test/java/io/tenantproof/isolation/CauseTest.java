package io.tenantproof.isolation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CauseTest {

  private static final Observation OPEN = Observation.allowed("connected");
  private static final Observation SHUT = Observation.refused("no answer");
  private static final Vector TCP = network("network.pod.tcp");
  private static final Vector UDP = network("network.pod.udp");

  @Test
  void aNetworkThatEnforcesNothingIsSaidOnceWithWhereAndWhatToDo() {
    Cause cause =
        cause(finding(TCP, OPEN, OPEN), finding(UDP, OPEN, OPEN), served(TCP)).orElseThrow();

    assertThat(cause.words())
        .startsWith("The network of the cluster kind enforces no NetworkPolicy: all 2 ways")
        .contains("as from a to b (10.0.0.1:8080)", "Use a network plugin (CNI)", "prove again")
        .doesNotContain("\n");
    assertThat(cause.explained()).hasSize(2).doesNotContain(served(TCP));
  }

  @Test
  void whatIsShutThoughNothingIsThereDoesNotHideIt() {
    assertThat(
            cause(finding(TCP, OPEN, OPEN), finding(UDP, SHUT, SHUT), finding(UDP, OPEN, OPEN))
                .orElseThrow()
                .explained())
        .hasSize(3);
  }

  @Test
  void onePolicyThatHoldsShowsThatTheNetworkEnforcesThem() {
    assertThat(cause(finding(TCP, OPEN, OPEN), finding(UDP, SHUT, OPEN))).isEmpty();
  }

  @Test
  void aNetworkWhereNoControlGetsThroughIsSaidOnce() {
    Cause cause = cause(finding(TCP, SHUT, SHUT), finding(UDP, SHUT, SHUT)).orElseThrow();

    assertThat(cause.words())
        .startsWith("Nothing is proven of the network of the cluster kind: of 2 controls")
        .contains("(10.0.0.1:8080: no answer)")
        .doesNotContain("enforces no");
    assertThat(cause.explained()).hasSize(2);
  }

  @Test
  void oneVectorAloneHasItsOwnReason() {
    assertThat(cause(finding(TCP, OPEN, OPEN), finding(TCP, OPEN, OPEN))).isEmpty();
    assertThat(cause(finding(TCP, SHUT, SHUT))).isEmpty();
    assertThat(cause()).isEmpty();
  }

  @Test
  void whatCouldNotBeTriedSaysItself() {
    Observation failed = Observation.failed("there is no probe");

    assertThat(cause(finding(TCP, failed, OPEN), finding(UDP, failed, OPEN))).isEmpty();
  }

  @Test
  void otherFamiliesSayNothingOfTheNetwork() {
    Vector reads = new Vector("access.reads", Family.ACCESS, "reads", "role");
    Vector writes = new Vector("access.writes", Family.ACCESS, "writes", "role");

    assertThat(cause(finding(reads, OPEN, OPEN), finding(writes, OPEN, OPEN))).isEmpty();
  }

  private static Optional<Cause> cause(Finding... findings) {
    return Cause.ofTheNetwork("kind", List.of(findings));
  }

  private static Vector network(String id) {
    return new Vector(id, Family.NETWORK, id, "NetworkPolicy");
  }

  private static Finding served(Vector vector) {
    return new Finding(vector, "a", "a", "10.0.0.9:53", Expected.OPEN, OPEN, Optional.empty());
  }

  private static Finding finding(Vector vector, Observation seen, Observation control) {
    return new Finding(
        vector, "a", "b", "10.0.0.1:8080", Expected.SHUT, seen, Optional.of(control));
  }
}
