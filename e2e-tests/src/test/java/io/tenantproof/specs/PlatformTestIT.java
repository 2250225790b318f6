package io.tenantproof.specs;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantproof.junit.OfTenant;
import io.tenantproof.junit.PlatformTest;
import io.tenantproof.loki.Loki;
import io.tenantproof.platform.Platform;
import io.tenantproof.prometheus.Prometheus;
import io.tenantproof.scenario.Scenario;
import io.tenantproof.tenant.Tenant;
import org.junit.jupiter.api.Test;

/**
 * The example of docs/bring-your-own.md: tests of one's own, which take what they need of the
 * platform.
 */
@PlatformTest
class PlatformTestIT {

  @Test
  void theTenantsAreThoseOfTheFiles(Platform platform, Tenant first) {
    assertThat(platform.tenants()).extracting(Tenant::name).contains("tenant-a", "tenant-b");
    assertThat(first).isEqualTo(platform.tenants().getFirst());
  }

  @Test
  void aTenantIsScrapedAndItsLinesAreItsOwn(
      Scenario scenario,
      Prometheus prometheus,
      @OfTenant("tenant-b") Tenant tenant,
      @OfTenant("tenant-b") Loki loki) {
    scenario.isSettled();

    scenario.becomes(prometheus.returns("up{tenant=\"%s\"} == 1".formatted(tenant.name())));

    assertThat(loki.orgId()).isEqualTo(tenant.namespace());
  }
}
