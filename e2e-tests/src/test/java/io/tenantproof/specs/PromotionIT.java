package io.tenantproof.specs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tenantproof.junit.OnPlatform;
import io.tenantproof.release.Delivery;
import io.tenantproof.release.Pipeline;
import io.tenantproof.scenario.Scenario;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Claim: a promotion is one request that somebody can review, or nothing at all. */
@OnPlatform
class PromotionIT {

  @Test
  void whatTheRegistryLacksOrTheForgeRefusesChangesNothing(Scenario scenario) {
    try (Delivery delivery = Delivery.of(scenario)) {
      Pipeline pipeline = delivery.pipeline();
      assertThatThrownBy(() -> pipeline.promote(pipeline.neverPushed("9.9.9"), "tenant-a"))
          .hasMessageContaining("has no tag 9.9.9");
      assertThat(delivery.proposals()).isEmpty();

      String one = pipeline.pushEmpty("0.2.0");
      assertThatThrownBy(() -> pipeline.promoteAsNobody(one, "tenant-a"))
          .hasMessageContaining("ended with exit code 1")
          .hasMessageContaining("token");
      assertThat(delivery.proposals()).isEmpty();
      assertThat(delivery.openRequests()).isEmpty();

      // The control: it was the tag and the token, and nothing else.
      pipeline.promote(one, "tenant-a");
      pipeline.promote(one, "tenant-a");
      assertThat(delivery.openRequests()).as("promoted twice").hasSize(1);
      assertThat(delivery.proposals()).containsExactly("promote/tenants/tenant-a");

      List<String> ends = atOnce(pipeline, "tenant-b", one, pipeline.pushEmpty("0.3.0"));

      assertThat(ends).as("what came of each").contains("done");
      assertThat(ends)
          .filteredOn(end -> !end.equals("done"))
          .allMatch(end -> end.contains("promote/tenants/tenant-b"));
      assertThat(delivery.openRequests()).as("two at once").hasSize(2);
      assertThat(delivery.proposals())
          .containsExactly("promote/tenants/tenant-a", "promote/tenants/tenant-b");
    }
  }

  private static List<String> atOnce(Pipeline pipeline, String tenant, String... images) {
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<CompletableFuture<String>> all =
          Stream.of(images)
              .map(
                  image ->
                      CompletableFuture.supplyAsync(
                              () -> {
                                pipeline.promote(image, tenant);
                                return "done";
                              },
                              threads)
                          .exceptionally(failure -> String.valueOf(failure.getMessage())))
              .toList();
      return all.stream().map(CompletableFuture::join).toList();
    }
  }
}
