package io.tenantproof.tenant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TenantFilesTest {

  private static final String GOOD =
      """
      tenantName: tenant-x
      environment: production
      image:
        tag: 0.1.0
      """;

  @TempDir private Path gitops;

  @BeforeEach
  void takesTheKitsOwnSchema() throws IOException {
    Path schema = Path.of("../gitops/charts/demo-api/values.schema.json");
    Files.createDirectories(gitops.resolve("charts/demo-api"));
    Files.createDirectories(gitops.resolve("tenants"));
    Files.copy(schema, gitops.resolve("charts/demo-api/values.schema.json"));
  }

  @Test
  void readsTheKitsOwnTenants() {
    assertThat(new TenantFiles(Path.of("../gitops")).read())
        .extracting(Tenant::name)
        .containsExactly("tenant-a", "tenant-b");
  }

  @Test
  void readsATenant() {
    write("tenant-x", GOOD);

    assertThat(new TenantFiles(gitops).read())
        .containsExactly(new Tenant("tenant-x", "production"));
  }

  @Test
  void namesFileAndLineOfAnUnknownKeyAndTheKnownOnes() {
    write("tenant-x", GOOD + "replicas: 3\n");

    refused("gitops/tenants/tenant-x-values.yaml: line 5: ", "\"replicas\"", "replicaCount");
  }

  @Test
  void namesTheLineOfAWrongType() {
    write("tenant-x", GOOD + "replicaCount: two\n");

    refused("line 5: /replicaCount: found \"two\"", "integer");
  }

  @Test
  void namesAKeyThatIsMissing() {
    write("tenant-x", "tenantName: tenant-x\nimage: {tag: 0.1.0}\n");

    refused("\"environment\" is missing");
  }

  @Test
  void refusesANameThatIsNoNamespace() {
    write("Tenant_X", GOOD.replace("tenant-x", "Tenant_X"));

    refused("line 1: /tenantName: found \"Tenant_X\"");
  }

  @Test
  void refusesANamespaceOfThePlatform() {
    write("kube-system", GOOD.replace("tenant-x", "kube-system"));

    refused("\"kube-system\" is reserved");
  }

  @Test
  void refusesAFileThatSpeaksForAnotherTenant() {
    write("tenant-y", GOOD);

    refused("line 1: tenantName is \"tenant-x\"", "Rename the file to tenant-x-values.yaml");
  }

  @Test
  void refusesTheSameTenantTwice() {
    write("tenant-x", GOOD);
    write("tenant-y", GOOD);

    refused("the tenant tenant-x has another file");
  }

  @Test
  void refusesAFileThatArgoCdWouldNotSee() {
    write("tenant-x", GOOD);
    writeFile("tenant-y.yaml", GOOD);

    refused("gitops/tenants/tenant-y.yaml", "NAME-values.yaml");
  }

  @Test
  void namesTheLineThatIsNoYaml() {
    write("tenant-x", "tenantName: tenant-x\nimage: {tag: 0.1.0\nmessage: open\n");

    refused("gitops/tenants/tenant-x-values.yaml: line ", "no YAML");
  }

  @Test
  void refusesATagThatMoves() {
    write("tenant-x", GOOD.replace("0.1.0", "latest"));

    refused("line 4: ", "latest");
  }

  @Test
  void refusesATreeWithoutTenants() {
    refused("holds no tenant", "NAME-values.yaml");
  }

  private void refused(String... parts) {
    assertThatThrownBy(() -> new TenantFiles(gitops).read())
        .isInstanceOf(BadTenantFile.class)
        .hasMessageContainingAll(parts);
  }

  private void write(String tenant, String content) {
    writeFile(tenant + Tenant.FILE_SUFFIX, content);
  }

  private void writeFile(String name, String content) {
    try {
      Files.writeString(gitops.resolve("tenants").resolve(name), content);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
