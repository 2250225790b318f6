package io.tenantproof.delivery;

import io.tenantproof.tenant.Tenant;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A GitOps tree for tests: the kit's own schema and chart values, and tenants of the test's own.
 *
 * @param gitops its folder
 */
record TenantTree(Path gitops) {

  static final String REPOSITORY = "ghcr.io/tenantproof/demo-api";
  static final String DIGEST = "sha256:" + "ab".repeat(32);

  static TenantTree in(Path gitops) {
    try {
      Files.createDirectories(gitops.resolve("charts/demo-api"));
      Files.createDirectories(gitops.resolve("tenants"));
      for (String file : new String[] {"values.schema.json", "values.yaml"}) {
        Files.copy(
            Path.of("../gitops/charts/demo-api", file),
            gitops.resolve("charts/demo-api").resolve(file));
      }
      return new TenantTree(gitops);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  TenantTree with(String tenant, String environment) {
    return write(
        tenant,
        """
        # %1$s: theirs
        tenantName: %1$s
        environment: %2$s
        image:
          tag: 0.1.0 # by CI
        replicaCount: 2
        """
            .formatted(tenant, environment));
  }

  TenantTree write(String tenant, String text) {
    try {
      Files.writeString(file(tenant), text);
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  String read(String tenant) {
    try {
      return Files.readString(file(tenant));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Path file(String tenant) {
    return gitops.resolve("tenants").resolve(tenant + Tenant.FILE_SUFFIX);
  }
}
