package io.tenantproof.tenant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tenantproof.file.FileTree;
import io.tenantproof.yaml.HostileTexts;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever a tenant's file holds: it is read, or refused by name, and nothing is changed. */
class HostileTenantFilesTest {

  private static final String GOOD =
      """
      tenantName: tenant-x
      environment: production
      image:
        tag: 0.1.0
      replicaCount: 2
      message: "Hello"
      """;

  @TempDir private Path gitops;

  @BeforeEach
  void takesTheKitsOwnChart() throws IOException {
    Files.createDirectories(gitops.resolve("charts/demo-api"));
    Files.createDirectories(gitops.resolve("tenants"));
    for (String file : List.of("values.schema.json", "values.yaml")) {
      Files.copy(
          Path.of("../gitops/charts/demo-api", file), gitops.resolve("charts/demo-api/" + file));
    }
  }

  @Test
  void eachIsReadOrRefused() {
    new HostileTexts(GOOD)
        .eachIsReadOrRefused(
            text -> {
              write("tenants/tenant-x-values.yaml", text);
              new TenantFiles(gitops).read();
              new TenantTree(gitops).list();
            },
            BadTenantFile.class);
  }

  @Test
  void aChartThatCantBeReadIsToldBeforeATenantIsAdded() {
    for (byte[] text : new HostileTexts("image: {repository: a, tag: b}\n").worst()) {
      write("charts/demo-api/values.yaml", text);
      Path written = gitops.resolve("tenants/tenant-y-values.yaml");
      try {
        new TenantTree(gitops).add(wanted("tenant-y"));
        assertThat(written).exists();
      } catch (BadTenantFile refused) {
        assertThat(refused).hasMessageStartingWith("gitops/charts/demo-api/values.yaml");
        assertThat(written).doesNotExist();
      }
      new FileTree(written).delete();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "5",
        "null",
        "{\"type\": 7}",
        "{\"properties\": {\"tenantName\": {\"pattern\": \"(\"}}}",
        "{\"$ref\": \"#/nowhere\"}",
        "{\"$ref\": \"#\"}",
        "{\"$ref\": \"file:///etc/passwd\"}",
        "{\"$ref\": \"http://127.0.0.1:PORT/\"}",
        "{\"properties\": {\"tenantName\": {\"$ref\": \"http://127.0.0.1:PORT/\"}}}",
        "{}"
      })
  void aChartsSchemaFetchesNothingAndBreaksNothing(String schema) throws IOException {
    write("tenants/tenant-x-values.yaml", "replicaCount: 1\n".getBytes(StandardCharsets.UTF_8));
    try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      other.setSoTimeout(50);
      write(
          "charts/demo-api/values.schema.json",
          schema
              .replace("PORT", String.valueOf(other.getLocalPort()))
              .getBytes(StandardCharsets.UTF_8));

      assertThatThrownBy(() -> new TenantFiles(gitops).read())
          .isInstanceOf(BadTenantFile.class)
          .hasMessageStartingWith("gitops/");
      assertThatThrownBy(other::accept).isInstanceOf(SocketTimeoutException.class);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"../x", "a/b", "/etc/x", "..", "", " ", "A", "a\nb", "a\u001b[2J", "\u0430", "-"})
  void aNameThatIsNoneIsRefusedAndNothingIsWritten(String name) {
    assertThatThrownBy(() -> new TenantTree(gitops).add(wanted(name)))
        .isInstanceOf(BadTenantFile.class);

    assertThat(new FileTree(gitops.resolve("tenants")).files()).isEmpty();
    assertThat(new FileTree(gitops).files()).hasSize(2);
  }

  @Test
  void aLinkToADeviceAndAFolderInPlaceOfAFileAreNamed() throws IOException {
    Files.createSymbolicLink(gitops.resolve("tenants/a-values.yaml"), Path.of("/dev/zero"));
    Files.createDirectories(gitops.resolve("tenants/b-values.yaml"));

    assertThatThrownBy(() -> new TenantFiles(gitops).read())
        .isInstanceOf(BadTenantFile.class)
        .hasMessage(
            "gitops/tenants/a-values.yaml is no file, but a folder or a device; remove it.\n"
                + "gitops/tenants/b-values.yaml is no file, but a folder or a device; remove it.");
  }

  private static NewTenant wanted(String name) {
    return new NewTenant(new Tenant(name, "production"), Optional.of("0.1.0"), 1, "Hello");
  }

  private void write(String file, byte[] text) {
    try {
      Files.write(gitops.resolve(file), text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
