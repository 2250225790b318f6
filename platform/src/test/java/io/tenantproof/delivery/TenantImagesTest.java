package io.tenantproof.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tenantproof.image.PinnedImage;
import io.tenantproof.tenant.TenantFiles;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TenantImagesTest {

  private static final PinnedImage IMAGE =
      PinnedImage.parse(TenantTree.REPOSITORY + ":0.2.0@" + TenantTree.DIGEST);

  @TempDir private Path folder;

  @Test
  void onlyTheChosenTenantsChangeAndOneThatHasItIsLeftOut() {
    TenantTree tree =
        TenantTree.in(folder)
            .with("tenant-a", "production")
            .with("tenant-b", "staging")
            .with("tenant-c", "staging");
    changes(new TenantChoice.Named(List.of("tenant-c"))).forEach(ImageChange::write);
    String first = tree.read("tenant-a");

    List<ImageChange> changes = changes(new TenantChoice.OfEnvironment("staging"));

    assertThat(changes).extracting(change -> change.tenant().name()).containsExactly("tenant-b");
    assertThat(changes.getFirst().from()).isEqualTo("0.1.0");
    assertThat(changes.getFirst().to()).isEqualTo("0.2.0@" + TenantTree.DIGEST);
    assertThat(changes.getFirst().diff())
        .contains("--- a/gitops/tenants/tenant-b-values.yaml", "-  tag: 0.1.0 # by CI")
        .contains("+  tag: 0.2.0 # by CI", "+  digest: " + TenantTree.DIGEST)
        .doesNotContain("-replicaCount");
    assertThat(tree.read("tenant-a")).isEqualTo(first);
  }

  @Test
  void anImageOfAnotherRepositoryThanTheTenantPullsIsRefused() {
    TenantTree.in(folder)
        .with("tenant-a", "production")
        .write(
            "tenant-b",
            """
            tenantName: tenant-b
            environment: staging
            image: {repository: r.example.com/fork, tag: 0.1.0}
            """);

    assertThatThrownBy(() -> changes(new TenantChoice.All()))
        .isInstanceOf(BadValues.class)
        .hasMessageContaining(
            "tenant-b-values.yaml: the tenant pulls r.example.com/fork, the promoted image is %s"
                .formatted(TenantTree.REPOSITORY))
        .hasMessageNotContaining("tenant-a");
  }

  @Test
  void anImageThatTheClusterWouldNotAdmitIsRefused() throws IOException {
    TenantTree tree = TenantTree.in(folder).with("tenant-a", "production");
    String list = "guardrails:\n  allowedRepositories:\n  - %s\n";
    Path platform = Files.createDirectories(folder.resolve("platform")).resolve("values.yaml");

    for (String other : List.of("ghcr.io/owner/", "ghcr.io/tenantproof/demo", "ghcr.io/x")) {
      Files.writeString(platform, list.formatted(other));
      assertThatThrownBy(() -> changes(new TenantChoice.All()))
          .isInstanceOf(BadValues.class)
          .hasMessageContaining(
              "gitops/platform/values.yaml: the cluster admits images of %s, the promoted image is of %s"
                  .formatted(other, TenantTree.REPOSITORY));
    }
    assertThat(tree.read("tenant-a")).contains("tag: 0.1.0");

    for (String own : List.of("ghcr.io/tenantproof/", TenantTree.REPOSITORY)) {
      Files.writeString(platform, list.formatted(own));
      assertThat(changes(new TenantChoice.All())).hasSize(1);
    }
  }

  @Test
  void aChoiceThatNobodyMeetsNamesThoseThatAreThere() {
    TenantTree.in(folder).with("tenant-a", "production");

    assertThatThrownBy(() -> changes(new TenantChoice.Named(List.of("tenant-z"))))
        .hasMessage(
            "There is no tenant \"tenant-z\" (did you mean tenant-a?); there are tenant-a.");
    assertThatThrownBy(() -> changes(new TenantChoice.OfEnvironment("dev")))
        .hasMessage("No tenant has the environment \"dev\"; there are production.");
  }

  @Test
  void everyFileThatCannotBeChangedIsNamedAtOnce() throws IOException {
    String anchored = "tenantName: %s\nenvironment: staging\nmessage: &m \"1\"\nimage: {tag: *m}\n";
    TenantTree tree =
        TenantTree.in(folder)
            .with("tenant-a", "production")
            .write("tenant-b", anchored.formatted("tenant-b"))
            .write("tenant-c", anchored.formatted("tenant-c"));

    assertThatThrownBy(() -> changes(new TenantChoice.All()))
        .hasMessageContaining("tenant-b-values.yaml: line 3: anchors and aliases")
        .hasMessageContaining("tenant-c-values.yaml: line 3: anchors and aliases");

    Files.write(tree.file("tenant-a"), "a: é".getBytes(StandardCharsets.ISO_8859_1));
    assertThatThrownBy(
            () ->
                new TenantImages(folder)
                    .changes(List.of(new io.tenantproof.tenant.Tenant("tenant-a", "x")), IMAGE))
        .hasMessageContaining("is not UTF-8");
  }

  @Test
  void twoHundredTenantsTakeTwoSecondsAtTheMost() {
    TenantTree tree = TenantTree.in(folder);
    for (int number = 0; number < 200; number++) {
      tree.with("tenant-" + number, "production");
    }
    // Of the processor, not of the clock: other work on the machine must not decide.
    ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    long start = threads.getCurrentThreadCpuTime();

    List<ImageChange> changes = changes(new TenantChoice.All());
    changes.forEach(ImageChange::write);

    assertThat(changes).hasSize(200);
    assertThat(Duration.ofNanos(threads.getCurrentThreadCpuTime() - start))
        .isLessThan(Duration.ofSeconds(2));
    assertThat(changes(new TenantChoice.All())).isEmpty();
  }

  @Test
  void theSameTenantsShareABranchWhateverTheirOrder() {
    assertThat(new TenantChoice.Named(List.of("b", "a", "b")).branch())
        .isEqualTo(new TenantChoice.Named(List.of("a", "b")).branch())
        .isEqualTo("promote/tenants/a_b");
    assertThat(new TenantChoice.Named(List.of("a".repeat(60), "b".repeat(60))).branch())
        .hasSizeLessThan(60)
        .startsWith("promote/tenants/2-");
  }

  private List<ImageChange> changes(TenantChoice choice) {
    return new TenantImages(folder).changes(choice.of(new TenantFiles(folder).read()), IMAGE);
  }
}
