package io.tenantproof.isolation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ProofTest {

  private static final Observation OPEN = Observation.allowed("connected");
  private static final Observation SHUT = Observation.refused("refused");
  private static final Vector TCP = new Vector("network.tcp", Family.NETWORK, "TCP", "policy");
  private static final Vector READS = new Vector("access.reads", Family.ACCESS, "reads", "role");

  private static Finding finding(
      Vector vector, String from, Expected expected, Observation observation) {
    return new Finding(vector, from, "b", "target", expected, observation, Optional.of(OPEN));
  }

  private static Proof proof(Finding... findings) {
    return new Proof("c", "v1", List.of("a", "b"), Instant.EPOCH, Duration.ZERO, List.of(findings));
  }

  @Test
  void isGoodWhenSomethingIsProvenAndNothingIsBad() {
    Finding isolated = finding(TCP, "a", Expected.SHUT, SHUT);

    assertThat(proof(isolated).isGood()).isTrue();
    assertThat(proof(isolated, finding(TCP, "a", Expected.OPEN, OPEN)).isGood()).isTrue();
    assertThat(proof(isolated, finding(TCP, "a", Expected.SHUT, OPEN)).isGood()).isFalse();
    assertThat(proof(isolated, finding(TCP, "a", Expected.OPEN, SHUT)).isGood()).isFalse();
  }

  @Test
  void isNotGoodWhenNothingIsProven() {
    assertThat(proof().isGood()).isFalse();
    assertThat(proof(finding(TCP, "a", Expected.OPEN, OPEN)).isGood()).isFalse();
    assertThat(proof(finding(TCP, "a", Expected.SHUT, Observation.notTried("no"))).isGood())
        .isFalse();
  }

  @Test
  void sortsByVectorAndPlace() {
    Finding last = finding(READS, "a", Expected.OPEN, OPEN);
    Finding second = finding(TCP, "b", Expected.SHUT, SHUT);
    Finding first = finding(TCP, "a", Expected.SHUT, SHUT);
    Proof proof = proof(last, second, first);

    assertThat(proof.findings()).containsExactly(first, second, last);
    assertThat(proof.vectors()).containsExactly(TCP, READS);
    assertThat(proof.of(Family.ACCESS)).containsExactly(last);
    assertThat(proof.counts())
        .containsEntry(Verdict.ISOLATED, 2L)
        .containsEntry(Verdict.SERVED, 1L);
  }
}
