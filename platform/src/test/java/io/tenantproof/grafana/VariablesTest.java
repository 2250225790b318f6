package io.tenantproof.grafana;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class VariablesTest {

  static final Variables OF_TENANT_A =
      new Variables("tenant-a", Duration.ofMinutes(1), Duration.ofHours(1), Duration.ofSeconds(30));

  @Test
  void fillsEachVariableIn() {
    assertThat(
            OF_TENANT_A.in(
                "sum(rate(x{tenant=\"$tenant\"}[$__rate_interval])) / sum(increase(x[$__range]))"
                    + " [$__interval]"))
        .isEqualTo("sum(rate(x{tenant=\"tenant-a\"}[60s])) / sum(increase(x[3600s])) [30s]");
  }

  @Test
  void takesALongerNameForAnother() {
    assertThat(OF_TENANT_A.in("$tenants $__rate_interval_ms"))
        .isEqualTo("$tenants $__rate_interval_ms");
  }

  @Test
  void leavesGroupsOfALabelReplacement() {
    assertThat(OF_TENANT_A.in("label_replace(x, \"tenant\", \"$1\", \"y\", \"(.+)\")"))
        .isEqualTo("label_replace(x, \"tenant\", \"$1\", \"y\", \"(.+)\")");
  }

  @Test
  void findsEveryWayToWriteAVariable() {
    assertThat(Variables.usedIn("$a ${b} ${c:regex} [[d]] $1"))
        .containsExactlyInAnyOrder("a", "{b}", "{c:regex}", "[[d]]");
  }

  @Test
  void neverAsksForAWindowOfNothing() {
    assertThat(new Variables("t", Duration.ZERO, Duration.ZERO, Duration.ZERO).in("[$__interval]"))
        .isEqualTo("[1s]");
  }
}
