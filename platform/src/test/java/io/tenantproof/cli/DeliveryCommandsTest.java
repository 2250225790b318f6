package io.tenantproof.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantproof.registry.SavedImage;
import io.tenantproof.registry.StubRegistry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

class DeliveryCommandsTest {

  private static final String REPOSITORY = "ghcr.io/tenantproof/demo-api";
  private static final String DIGEST = "sha256:" + "ab".repeat(32);

  @TempDir private Path folder;
  @RegisterExtension private final Printed printed = new Printed();

  @Test
  void aNameIsPrintedAndAWrongOneExplained() {
    assertThat(TenantProof.run("image", "name", "TenantProof/Kit", "--image", "demo-api")).isZero();
    assertThat(TenantProof.run("image", "name", "")).isEqualTo(1);

    assertThat(printed.out()).isEqualToIgnoringNewLines("ghcr.io/tenantproof/kit/demo-api");
    assertThat(printed.err()).contains("The repository is empty").doesNotContain("\tat ");
  }

  @Test
  void aQuietPushPrintsTheDigestAlone() {
    try (StubRegistry registry = new StubRegistry()) {
      String archive = SavedImage.in(folder).toString();
      String target = registry.host() + "/owner/kit:1.0";

      assertThat(TenantProof.run("image", "push", target, "--archive", archive, "--quiet"))
          .isZero();

      assertThat(printed.out()).matches("sha256:[0-9a-f]{64}\\R");
      String digest = printed.out().strip();
      assertThat(registry.manifest(digest)).isEqualTo(registry.manifest("1.0"));
      printed.reset();
      assertThat(TenantProof.run("image", "push", target, "--archive", archive, "--json")).isZero();
      assertThat(printed.out())
          .isEqualToIgnoringNewLines(
              "{\"digest\":\"%s\",\"image\":\"%s/owner/kit\",\"tag\":\"1.0\"}"
                  .formatted(digest, registry.host()));
    }
  }

  @Test
  void anArchiveThatIsNotThereIsWrongUsage() {
    assertThat(TenantProof.run("image", "push", "localhost:1/a:1", "--archive=absent", "--quiet"))
        .isEqualTo(2);

    assertThat(printed.err())
        .contains("--archive: absent can't be read; write it with image build");
  }

  @Test
  void aLocalPromotionChangesTheWorkingTreesFilesAlone() throws IOException {
    kit();

    assertThat(promote(REPOSITORY + ":0.2.0@" + DIGEST, "--environment=staging", "--local"))
        .isZero();

    assertThat(printed.out()).contains("+  tag: 0.2.0", "+  digest: " + DIGEST);
    assertThat(Files.readString(folder.resolve("gitops/tenants/tenant-b-values.yaml")))
        .contains("  tag: 0.2.0\n  digest: " + DIGEST + "\n");
    assertThat(folder.resolve("gitops/tenants/tenant-a-values.yaml"))
        .hasSameTextualContentAs(Path.of("../gitops/tenants/tenant-a-values.yaml"));
    printed.reset();
    assertThat(promote(REPOSITORY + ":0.1.0", "--tenant=tenant-a", "--local", "--no-digest"))
        .isZero();
    assertThat(printed.out()).startsWith("Nothing to do");
  }

  @Test
  void aTagThatTheRegistryDoesNotHaveIsRefused() throws IOException {
    kit();
    try (StubRegistry registry = new StubRegistry()) {
      String image = registry.host() + "/owner/kit";
      String archive = SavedImage.in(folder).toString();
      TenantProof.run("image", "push", image + ":1.0", "--archive", archive, "--quiet");

      assertThat(promote(image + ":2.0", "--all", "--local")).isEqualTo(1);
      assertThat(printed.err()).contains("has no tag 2.0 of " + image);
      assertThat(promote(image + ":1.0@" + DIGEST, "--all", "--local", "--verify")).isEqualTo(1);
      assertThat(printed.err()).contains("expected " + DIGEST + ": somebody has moved the tag");
      // The control: what the registry has gets past it, and is another image than the tenants'.
      assertThat(promote(image + ":1.0", "--all", "--local")).isEqualTo(1);
      assertThat(printed.err()).contains("the tenant pulls " + REPOSITORY);
    }
  }

  @Test
  void whatIsMissingOrContradictsIsWrongUsage() {
    assertThat(TenantProof.run("promote", REPOSITORY + ":1")).isEqualTo(2);
    assertThat(TenantProof.run("promote", REPOSITORY + ":1", "--all", "--tenant=a")).isEqualTo(2);
    assertThat(TenantProof.run("promote", REPOSITORY + ":1@sha256:0", "--all")).isEqualTo(2);
    assertThat(printed.err()).contains("\"sha256:0\" is no digest; expected");
    assertThat(TenantProof.run("rollout", "wait", "--all")).isEqualTo(2);
    assertThat(printed.err()).contains("--revision COMMIT or --image IMAGE");
    assertThat(TenantProof.run("rollout", "wait", "--all", "--revision=main")).isEqualTo(2);
    assertThat(printed.err()).contains("found \"main\"");
    assertThat(TenantProof.run("image")).isEqualTo(2);
    assertThat(TenantProof.run("rollout")).isEqualTo(2);
  }

  @Test
  void aForgeThatCannotBeToldIsAsked() throws IOException {
    kit();

    assertThat(
            promote(
                REPOSITORY + ":0.2.0@" + DIGEST,
                "--all",
                "--git-url=https://user:s3cret@git.invalid/o/r"))
        .isEqualTo(2);

    assertThat(printed.err())
        .contains("What forge https://git.invalid/o/r is on")
        .doesNotContain("s3cret");
  }

  @Test
  void aRolloutWithoutAClusterSaysHowToNameAnother() throws IOException {
    kit();

    assertThat(
            TenantProof.run(
                "rollout",
                "wait",
                "--all",
                "--revision=" + "0".repeat(40),
                "--home=" + folder,
                "--provider=kubeconfig",
                "--kubeconfig=" + folder.resolve("absent")))
        .isEqualTo(1);

    assertThat(printed.err()).contains("absent can't be read", "TENANTPROOF_KUBECONFIG");
  }

  private int promote(String image, String... flags) {
    String[] words = new String[flags.length + 3];
    words[0] = "promote";
    words[1] = image;
    System.arraycopy(flags, 0, words, 2, flags.length);
    words[words.length - 1] = "--home=" + folder;
    return TenantProof.run(words);
  }

  private void kit() throws IOException {
    copy("platform/images/catalogue.yaml");
    copy("gitops/charts/demo-api/values.yaml");
    copy("gitops/charts/demo-api/values.schema.json");
    copy("gitops/tenants/tenant-a-values.yaml");
    copy("gitops/tenants/tenant-b-values.yaml");
  }

  private void copy(String file) throws IOException {
    Files.createDirectories(folder.resolve(file).getParent());
    Files.copy(Path.of("..", file), folder.resolve(file));
  }
}
