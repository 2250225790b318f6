package io.tenantproof.bench;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantproof.isolation.Expected;
import io.tenantproof.isolation.Family;
import io.tenantproof.isolation.Finding;
import io.tenantproof.isolation.Observation;
import io.tenantproof.isolation.Vector;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class GrowthTextTest {

  private static final Finding CUT_OFF =
      new Finding(
          new Vector("network.own", Family.NETWORK, "a tenant's own pods", "NetworkPolicy"),
          "tenant-a",
          "tenant-a",
          "10.0.0.1:80",
          Expected.OPEN,
          Observation.refused("no route"),
          Optional.empty());

  @Test
  void aLineSaysTenantsPairsWaysAndTimes() {
    assertThat(GrowthText.table(List.of(new Size(5, Duration.ofSeconds(10), 1000, List.of()))))
        .contains("      5     20   1000    10.0 s  10.0 ms");
  }

  @Test
  void whatMakesAFigureWorthlessIsTold() {
    assertThat(GrowthText.table(List.of(new Size(2, Duration.ofSeconds(1), 10, List.of(CUT_OFF)))))
        .contains(
            "CUT_OFF with 2 tenants: network.own from tenant-a to tenant-a (10.0.0.1:80): no"
                + " route");
  }

  @Test
  void theJsonHasTheSame() {
    assertThat(GrowthText.json(List.of(new Size(2, Duration.ofSeconds(1), 10, List.of(CUT_OFF)))))
        .contains("\"tenants\" : 2")
        .contains("\"pairs\" : 2")
        .contains("\"ways\" : 10")
        .contains("\"tookMs\" : 1000")
        .contains("\"bad\" : 1");
  }
}
