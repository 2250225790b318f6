package io.tenantproof.tenant;

import io.tenantproof.console.Facts;
import java.util.List;

/** What is said of tenants' files to programs, as {@code docs/command-line.md} says. */
public final class TenantsJson {

  // Raised when a field goes or changes its meaning; a new field changes nothing for who reads.
  private static final int FORMAT = 1;

  private TenantsJson() {}

  /** The tenants. */
  public static String list(List<DeclaredTenant> tenants) {
    return Facts.json(new Listed(FORMAT, tenants.stream().map(One::of).toList()));
  }

  /** A tenant that was added. */
  public static String added(DeclaredTenant added) {
    return Facts.json(new Added(FORMAT, One.of(added), Consequences.made(added.tenant())));
  }

  /** A tenant that was removed. */
  public static String removed(Tenant removed, Retention retention) {
    return Facts.json(
        new Removed(
            FORMAT,
            new Gone(removed.name(), removed.environment(), "gitops/" + removed.file()),
            Consequences.pruned(removed),
            retention));
  }

  private record Listed(int format, List<One> tenants) {}

  private record Added(int format, One added, List<String> made) {}

  private record Removed(int format, Gone removed, List<String> pruned, Retention kept) {}

  private record Gone(String name, String environment, String file) {}

  private record One(String name, String environment, String file, String image, int replicas) {

    static One of(DeclaredTenant declared) {
      return new One(
          declared.tenant().name(),
          declared.tenant().environment(),
          declared.file(),
          declared.image(),
          declared.replicas());
    }
  }
}
