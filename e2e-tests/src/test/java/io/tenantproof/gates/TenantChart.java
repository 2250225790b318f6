package io.tenantproof.gates;

import com.marcnuri.helm.Helm;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The chart tenant, as Argo CD renders it for tenant-a.
 *
 * @param folder a copy of it
 */
record TenantChart(Path folder) {

  static final String OWN_FILE = "tenantName: tenant-a\nenvironment: production\n";

  static void copyTo(Path folder) {
    Rendered.copied("gitops/charts/tenant", folder);
  }

  /** Renders it with this as the tenant's file. */
  Rendered rendered(String tenantFile) {
    return rendered(tenantFile, "apiServers: []\n");
  }

  /** The same with more that the ApplicationSet gives, over what is in the file. */
  Rendered rendered(String tenantFile, String more) {
    String given =
        "source: {repoURL: http://git, revision: main, file: tenant-a-values.yaml}\n" + more;
    try {
      return Rendered.by(
          new Helm(folder)
              .template()
              .withName("tenant-a")
              .withNamespace("tenant-a")
              .withValuesFile(Files.writeString(folder.resolve("file.yaml"), tenantFile))
              .withValuesFile(Files.writeString(folder.resolve("given.yaml"), given)));
    } catch (IOException e) {
      throw new UncheckedIOException("the tenant's file can't be written to " + folder, e);
    }
  }
}
