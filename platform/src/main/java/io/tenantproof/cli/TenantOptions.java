package io.tenantproof.cli;

import io.tenantproof.delivery.TenantChoice;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which tenants a command is for; exactly one of these is given. */
final class TenantOptions {

  @Option(names = "--all", description = "every tenant")
  private boolean all;

  @Option(
      names = "--environment",
      paramLabel = "NAME",
      description = "the tenants of an environment, as in staging")
  private @Nullable String environment;

  @Option(names = "--tenant", paramLabel = "NAME", description = "a tenant; may be repeated")
  private List<String> tenants = List.of();

  TenantChoice choice() {
    if (environment != null) {
      return new TenantChoice.OfEnvironment(environment);
    }
    return all ? new TenantChoice.All() : new TenantChoice.Named(tenants);
  }
}
