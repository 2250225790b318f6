package io.tenantproof.specs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tenantproof.junit.OnPlatform;
import io.tenantproof.release.Deed;
import io.tenantproof.release.Delivery;
import io.tenantproof.scenario.Hammer;
import io.tenantproof.scenario.Latency;
import io.tenantproof.scenario.Running;
import io.tenantproof.scenario.Scenario;
import io.tenantproof.scenario.TenantView;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Claim: a new version reaches the tenants by a merge and by nothing else, and nobody who uses them
 * notices.
 */
@OnPlatform
class DeliveryIT {

  private static final Duration HAMMERED = Duration.ofSeconds(100);
  private static final Duration LONGEST = Duration.ofSeconds(30);
  private static final Duration LONGEST_OF_ARGO_CD = Duration.ofSeconds(20);

  @Test
  void aMergeBringsANewVersionToAllTenantsAndNoRequestFails(Scenario scenario) {
    try (Delivery delivery = Delivery.of(scenario)) {
      delivery.isInUse();
      assertThat(versions(scenario)).containsOnly("0.1.0-SNAPSHOT");
      String image = delivery.push("0.2.0");
      assertThat(delivery.promote(image)).anyMatch(line -> line.contains("/pulls/1"));
      assertThat(versions(scenario)).as("proposed, not merged").containsOnly("0.1.0-SNAPSHOT");

      try (Hammer hammer = Hammer.on(scenario, HAMMERED)) {
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
        delivery.awaitRollout(image);
        assertThat(hammer.goesOn()).as("the clients outlast the rollout").isTrue();
        Map<String, Latency> seen = hammer.ended();

        scenario.measured("from the merge to what Argo CD has applied", synced);
        scenario.measured("from the merge to the new version's answers", answered);
        scenario.measured("what clients saw of the rollout", seen);
        assertThat(seen.values())
            .allSatisfy(
                latency -> {
                  assertThat(latency.requests()).isGreaterThan(1_000);
                  assertThat(latency.failures()).isEmpty();
                });
        assertThat(synced).isLessThan(LONGEST_OF_ARGO_CD);
        assertThat(answered).isLessThan(LONGEST);
      }
      assertThat(runningImages(scenario)).containsOnly(image);
    }
  }

  @Test
  void aVersionIsPromotedTenantByTenantAndGitSaysWhoDidIt(Scenario scenario) {
    try (Delivery delivery = Delivery.of(scenario)) {
      delivery.isInUse();
      Running b = scenario.tenant("tenant-b").running();
      String image = delivery.push("0.2.0");
      Instant begin = Instant.now();

      delivery.promote(image, "tenant-a");
      delivery.merge();
      delivery.awaitRollout(image, "tenant-a");
      assertThat(scenario.tenant("tenant-a").answer().version()).isEqualTo("0.2.0");
      assertThat(scenario.tenant("tenant-b").running()).isEqualTo(b);

      delivery.promote(image, "tenant-b");
      delivery.merge();
      delivery.awaitRollout(image, "tenant-b");
      assertThat(scenario.tenant("tenant-b").answer().version()).isEqualTo("0.2.0");

      List<Deed> trail =
          delivery.history().stream()
              .filter(deed -> !deed.when().isBefore(begin.minusSeconds(1)))
              .toList();
      assertThat(trail).filteredOn(Deed::isMerge).extracting(Deed::who).containsOnly("reviewer");
      assertThat(trail)
          .filteredOn(deed -> !deed.isMerge())
          .hasSize(2)
          .allSatisfy(
              deed -> {
                assertThat(deed.who()).isEqualTo("pipeline");
                assertThat(deed.what()).contains(image.substring(image.indexOf('@') + 1));
              });
    }
  }

  @Test
  void aVersionThatCrashesReplacesNothingAndGoesBackByOneCommand(Scenario scenario) {
    try (Delivery delivery = Delivery.of(scenario)) {
      delivery.isInUse();
      TenantView tenant = scenario.tenant("tenant-a");
      Running before = tenant.running();
      String old = delivery.pushOwn("0.1.0");

      String image = delivery.pushCrashing("0.2.0-crashing");
      delivery.promote(image, "tenant-a");
      delivery.merge();

      assertThatThrownBy(() -> delivery.awaitRollout(image, "tenant-a"))
          .hasMessageContaining("ended with exit code 1")
          .hasMessageContaining("CrashLoopBackOff")
          .hasMessageContaining("To roll back");
      assertThat(tenant.running()).isEqualTo(before);
      assertThat(tenant.answer().version()).isEqualTo("0.1.0-SNAPSHOT");

      delivery.promote(old, "tenant-a");
      delivery.merge();
      delivery.awaitRollout(old, "tenant-a");
      assertThat(tenant.workload().unready()).isEmpty();
      assertThat(tenant.answer().version()).isEqualTo("0.1.0-SNAPSHOT");
    }
  }

  @Test
  void whatTheRegistryLacksOrTheForgeRefusesChangesNothing(Scenario scenario) {
    try (Delivery delivery = Delivery.of(scenario)) {
      assertThatThrownBy(() -> delivery.promote(delivery.neverPushed("9.9.9"), "tenant-a"))
          .hasMessageContaining("has no tag 9.9.9");
      assertThat(delivery.proposals()).isEmpty();

      String image = delivery.pushOwn("0.2.0");
      assertThatThrownBy(() -> delivery.promoteAsNobody(image, "tenant-a"))
          .hasMessageContaining("ended with exit code 1");
      assertThat(delivery.proposals()).isEmpty();
      assertThat(delivery.openRequests()).isEmpty();

      // The control: it was the tag and the token, and nothing else.
      delivery.promote(image, "tenant-a");
      assertThat(delivery.openRequests()).hasSize(1);
    }
  }

  @Test
  void promotingTwiceOrAtOnceOpensOneRequest(Scenario scenario) {
    try (Delivery delivery = Delivery.of(scenario)) {
      String one = delivery.pushOwn("0.2.0");
      String other = delivery.pushOwn("0.3.0");
      delivery.promote(one, "tenant-a");
      delivery.promote(one, "tenant-a");
      assertThat(delivery.openRequests()).hasSize(1);
      assertThat(delivery.proposals()).containsExactly("promote/tenants/tenant-a");

      List<String> ends = atOnce(delivery, "tenant-b", one, other);

      assertThat(ends).as("what came of each").anyMatch("done"::equals);
      assertThat(ends)
          .filteredOn(end -> !end.equals("done"))
          .allMatch(end -> end.contains("promote/tenants/tenant-b"));
      assertThat(delivery.openRequests()).hasSize(2);
      assertThat(delivery.proposals())
          .containsExactly("promote/tenants/tenant-a", "promote/tenants/tenant-b");
    }
  }

  private static List<String> atOnce(Delivery delivery, String tenant, String... images) {
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<CompletableFuture<String>> all =
          Stream.of(images)
              .map(
                  image ->
                      CompletableFuture.supplyAsync(
                              () -> {
                                delivery.promote(image, tenant);
                                return "done";
                              },
                              threads)
                          .exceptionally(failure -> String.valueOf(failure.getMessage())))
              .toList();
      return all.stream().map(CompletableFuture::join).toList();
    }
  }

  private static List<String> versions(Scenario scenario) {
    return scenario.tenants().stream().map(tenant -> tenant.answer().version()).toList();
  }

  private static List<String> runningImages(Scenario scenario) {
    return scenario.tenants().stream()
        .flatMap(tenant -> tenant.running().images().stream())
        .toList();
  }
}
