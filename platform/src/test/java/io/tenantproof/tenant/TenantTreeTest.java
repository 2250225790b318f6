package io.tenantproof.tenant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TenantTreeTest {

  private static final Path KIT = Path.of("../gitops");
  private static final String DIGEST = "sha256:" + "0a".repeat(32);

  @TempDir private Path gitops;

  @BeforeEach
  void takesTheKitsOwnTree() throws IOException {
    for (String file :
        List.of(
            "charts/demo-api/values.yaml",
            "charts/demo-api/values.schema.json",
            "tenants/tenant-a-values.yaml",
            "tenants/tenant-b-values.yaml")) {
      Files.createDirectories(gitops.resolve(file).getParent());
      Files.copy(KIT.resolve(file), gitops.resolve(file));
    }
  }

  @Test
  void listsWhatFileAndChartSay() {
    assertThat(new TenantTree(gitops).list())
        .containsExactly(
            new DeclaredTenant(
                new Tenant("tenant-a", "production"), "ghcr.io/tenantproof/demo-api:0.1.0", 2),
            new DeclaredTenant(
                new Tenant("tenant-b", "staging"), "ghcr.io/tenantproof/demo-api:0.1.0", 2));
  }

  @Test
  void addsAFileOfTheShapeOfTheOthers() throws IOException {
    DeclaredTenant added = new TenantTree(gitops).add(wanted("tenant-c", "staging"));

    assertThat(added.file()).isEqualTo("gitops/tenants/tenant-c-values.yaml");
    assertThat(Files.readString(file("tenant-c")))
        .isEqualTo(
            """
            # tenant-c. CI changes image.tag and image.digest; people change the rest by pull request.
            tenantName: tenant-c
            environment: staging
            image:
              tag: 0.1.0
            replicaCount: 3
            message: "yes: #1"
            """);
    assertThat(new TenantFiles(gitops).read())
        .extracting(Tenant::name)
        .containsExactly("tenant-a", "tenant-b", "tenant-c");
  }

  @Test
  void runsWhatATenantOfItsEnvironmentRuns() throws IOException {
    Files.writeString(
        file("tenant-b"),
        Files.readString(file("tenant-b"))
            .replace("tag: 0.1.0", "repository: ghcr.io/o/r\n  tag: 0.2.0\n  digest: " + DIGEST));

    assertThat(new TenantTree(gitops).add(wanted("tenant-c", "staging")).image())
        .isEqualTo("ghcr.io/o/r:0.2.0@" + DIGEST);
    assertThat(new TenantTree(gitops).add(wanted("tenant-d", "production")).image())
        .isEqualTo("ghcr.io/tenantproof/demo-api:0.1.0");
    assertThat(new TenantTree(gitops).add(tagged("tenant-e", "1.0")).image())
        .as("another tag has another digest")
        .isEqualTo("ghcr.io/o/r:1.0");
  }

  @ParameterizedTest
  @ValueSource(strings = {"Tenant", "kube-system", "argocd", "../x", "a/b", "", "-a", "a b"})
  void aNameThatCannotBeIsRefusedBeforeAnythingIsWritten(String name) {
    assertThatExceptionOfType(BadTenantFile.class)
        .isThrownBy(() -> new TenantTree(gitops).add(wanted(name, "staging")))
        .withMessageContaining("/tenantName: ");

    assertThat(files()).containsExactly("tenant-a-values.yaml", "tenant-b-values.yaml");
  }

  @Test
  void aTenantThatIsThereStaysAsItIs() {
    assertThatExceptionOfType(BadTenantFile.class)
        .isThrownBy(() -> new TenantTree(gitops).add(wanted("tenant-a", "staging")))
        .withMessageContaining("gitops/tenants/tenant-a-values.yaml is there already");

    assertThat(file("tenant-a"))
        .hasSameTextualContentAs(KIT.resolve("tenants/tenant-a-values.yaml"));
  }

  @Test
  void nothingIsAddedToABrokenTree() throws IOException {
    Files.writeString(file("tenant-b"), "tenantName: tenant-b\n");

    assertThatExceptionOfType(BadTenantFile.class)
        .isThrownBy(() -> new TenantTree(gitops).add(wanted("tenant-c", "staging")))
        .withMessageContaining("tenant-b-values.yaml: line 1: the key \"environment\" is missing");
    assertThat(file("tenant-c")).doesNotExist();
  }

  @Test
  void theFirstTenantNeedsATag() throws IOException {
    Files.delete(file("tenant-a"));
    Files.delete(file("tenant-b"));

    assertThat(new TenantTree(gitops).list()).isEmpty();
    assertThatExceptionOfType(BadTenantFile.class)
        .isThrownBy(() -> new TenantTree(gitops).add(wanted("tenant-c", "staging")))
        .withMessageContaining("--tag");
    assertThat(new TenantTree(gitops).add(tagged("tenant-c", "0.1.0")).image())
        .isEqualTo("ghcr.io/tenantproof/demo-api:0.1.0");
  }

  @Test
  void removesTheFileOfATenantAndNoOther() {
    assertThat(new TenantTree(gitops).remove("tenant-a"))
        .isEqualTo(new Tenant("tenant-a", "production"));

    assertThat(files()).containsExactly("tenant-b-values.yaml");
    assertThatExceptionOfType(BadTenantFile.class)
        .isThrownBy(() -> new TenantTree(gitops).remove("tenant-b"))
        .withMessageContaining("is the only tenant's");
    assertThat(files()).containsExactly("tenant-b-values.yaml");
  }

  @Test
  void anUnknownTenantIsToldWithTheNearestOne() {
    assertThatExceptionOfType(NoSuchTenant.class)
        .isThrownBy(() -> new TenantTree(gitops).remove("tenent-a"))
        .withMessage(
            "There is no tenant \"tenent-a\" (did you mean tenant-a?); there are tenant-a,"
                + " tenant-b.");
    assertThatExceptionOfType(NoSuchTenant.class)
        .isThrownBy(() -> new TenantTree(gitops).remove("payments"))
        .withMessage("There is no tenant \"payments\"; there are tenant-a, tenant-b.");
  }

  @Test
  void whatIsKeptIsWhatTheChartSays() {
    Retention retention = Retention.of(KIT);

    assertThat(retention).isEqualTo(new Retention("7d", "168h"));
    assertThat(TenantsText.removed(new Tenant("tenant-b", "staging"), retention))
        .contains("until they are 7d old", "under the org id tenant-b until they are 168h old");
  }

  private static NewTenant wanted(String name, String environment) {
    return new NewTenant(new Tenant(name, environment), Optional.empty(), 3, "yes: #1");
  }

  private static NewTenant tagged(String name, String tag) {
    return new NewTenant(new Tenant(name, "staging"), Optional.of(tag), 1, "");
  }

  private Path file(String tenant) {
    return gitops.resolve("tenants").resolve(tenant + Tenant.FILE_SUFFIX);
  }

  private List<String> files() {
    try (Stream<Path> files = Files.list(gitops.resolve("tenants"))) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
