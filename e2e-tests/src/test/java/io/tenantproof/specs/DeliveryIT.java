package io.tenantproof.specs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tenantproof.junit.OnPlatform;
import io.tenantproof.release.Deed;
import io.tenantproof.release.Delivery;
import io.tenantproof.release.Pipeline;
import io.tenantproof.scenario.Hammer;
import io.tenantproof.scenario.Latency;
import io.tenantproof.scenario.Running;
import io.tenantproof.scenario.Scenario;
import io.tenantproof.scenario.TenantView;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * Claim: a new version reaches the tenants by a merge and by nothing else, and nobody who uses them
 * notices.
 */
@OnPlatform
class DeliveryIT {

  private static final String OWN = "0.1.0-SNAPSHOT";
  private static final Duration PATIENCE = Duration.ofMinutes(3);
  private static final Duration SHORT = Duration.ofSeconds(8);

  @Test
  void versionsReachTheTenantsByMergesAloneAndNoRequestFails(Scenario scenario) {
    try (Delivery delivery = Delivery.inUse(scenario)) {
      Instant begin = Instant.now();
      try (Hammer hammer = Hammer.on(scenario)) {
        String second = allAtOnce(scenario, delivery);
        String third = oneAfterTheOther(scenario, delivery);
        crashAndBack(scenario, delivery, third);
        trailIsInGit(delivery, begin, second, third);

        Map<String, Latency> seen = hammer.ended();
        scenario.measured("what clients saw of five rollouts", seen);
        assertThat(seen.values())
            .allSatisfy(
                latency -> {
                  assertThat(latency.requests()).isGreaterThan(1_000);
                  assertThat(latency.failures()).isEmpty();
                });
      }
    }
  }

  private static String allAtOnce(Scenario scenario, Delivery delivery) {
    Pipeline pipeline = delivery.pipeline();
    String image = pipeline.push("0.2.0");
    assertThat(pipeline.promote(image)).anyMatch(line -> line.contains("/pulls/1"));
    assertThat(versions(scenario)).as("proposed, not merged").containsOnly(OWN);

    Instant merged = Instant.now();
    delivery.merge();
    scenario.becomes(
        "all Deployments name the new image",
        () ->
            scenario.tenants().stream()
                .allMatch(tenant -> tenant.workload().declaredImage().equals(image)));
    Duration synced = Duration.between(merged, Instant.now());
    scenario.becomes(
        "the new version answers in all tenants",
        () -> versions(scenario).stream().allMatch("0.2.0"::equals));
    Duration answered = Duration.between(merged, Instant.now());
    scenario.measured("from the merge to what Argo CD has applied", synced);
    scenario.measured("from the merge to the new version's answers in both tenants", answered);

    pipeline.awaitRollout(image, PATIENCE);
    assertThat(scenario.tenants())
        .allSatisfy(
            tenant -> {
              assertThat(tenant.running().images()).containsOnly(image);
              assertThat(tenant.workload().pulled())
                  .as("what the node has pulled")
                  .allMatch(id -> id.endsWith(digest(image)));
            });
    return image;
  }

  // The version of before, so that one build is enough.
  private static String oneAfterTheOther(Scenario scenario, Delivery delivery) {
    Running b = scenario.tenant("tenant-b").running();
    String image = delivery.pipeline().pushOwn("0.3.0");

    promoted(delivery, image, "tenant-a");
    assertThat(scenario.tenant("tenant-a").answer().version()).isEqualTo(OWN);
    assertThat(scenario.tenant("tenant-b").running()).isEqualTo(b);
    assertThat(scenario.tenant("tenant-b").answer().version()).isEqualTo("0.2.0");

    promoted(delivery, image, "tenant-b");
    assertThat(scenario.tenant("tenant-b").answer().version()).isEqualTo(OWN);
    return image;
  }

  private static void crashAndBack(Scenario scenario, Delivery delivery, String old) {
    Pipeline pipeline = delivery.pipeline();
    TenantView tenant = scenario.tenant("tenant-a");
    Running before = tenant.running();
    String image = pipeline.pushCrashing("0.4.0");

    pipeline.promote(image, "tenant-a");
    delivery.merge();
    scenario.becomes(
        "the new version has crashed and was started again",
        () -> tenant.workload().restarts() > 0);

    assertThatThrownBy(() -> pipeline.awaitRollout(image, SHORT, "tenant-a"))
        .hasMessageContaining("ended with exit code 1")
        .hasMessageContaining("Pods: demo-api-")
        .hasMessageContaining("DEMO_API_FAULT_ERROR_RATE")
        .hasMessageContaining("To roll back");
    assertThat(tenant.running()).as("the old version serves").isEqualTo(before);
    assertThat(tenant.answer().version()).isEqualTo(OWN);

    promoted(delivery, old, "tenant-a");
    assertThat(tenant.workload().unready()).isEmpty();
    assertThat(tenant.running().images()).containsOnly(old);
  }

  private static void trailIsInGit(Delivery delivery, Instant begin, String... images) {
    List<Deed> trail =
        delivery.history().stream()
            .takeWhile(deed -> !deed.what().startsWith("chore(demo-api)"))
            .toList();
    assertThat(trail).allMatch(deed -> !deed.when().isBefore(begin.minusSeconds(1)));
    assertThat(trail)
        .filteredOn(Deed::isMerge)
        .hasSize(5)
        .extracting(Deed::who)
        .containsOnly("reviewer");
    assertThat(trail)
        .filteredOn(deed -> !deed.isMerge())
        .hasSize(5)
        .extracting(Deed::who)
        .containsOnly("pipeline");
    assertThat(images)
        .allSatisfy(
            image -> assertThat(trail).anyMatch(deed -> deed.what().contains(digest(image))));
  }

  private static void promoted(Delivery delivery, String image, String tenant) {
    delivery.pipeline().promote(image, tenant);
    delivery.merge();
    delivery.pipeline().awaitRollout(image, PATIENCE, tenant);
  }

  private static List<String> versions(Scenario scenario) {
    return scenario.tenants().stream().map(tenant -> tenant.answer().version()).toList();
  }

  private static String digest(String image) {
    return image.substring(image.indexOf('@') + 1);
  }
}
