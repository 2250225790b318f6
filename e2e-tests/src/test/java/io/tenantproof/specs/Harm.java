package io.tenantproof.specs;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantproof.fault.Toll;

/** What no fault may do, whatever it costs: open a way that is shut. */
final class Harm {

  private Harm() {}

  static void isNone(Toll toll) {
    assertThat(toll.trespasses().attempts()).as("attempts to trespass").isPositive();
    assertThat(toll.trespasses().passed()).as("attempts to trespass that passed").isZero();
    // The control: the same program sees a way that is open.
    assertThat(toll.open().passed()).as("connections of an open way that passed").isPositive();
  }
}
