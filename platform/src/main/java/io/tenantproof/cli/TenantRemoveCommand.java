package io.tenantproof.cli;

import io.tenantproof.platform.Kit;
import io.tenantproof.tenant.Retention;
import io.tenantproof.tenant.Tenant;
import io.tenantproof.tenant.TenantTree;
import io.tenantproof.tenant.TenantsJson;
import io.tenantproof.tenant.TenantsText;
import java.io.PrintWriter;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Removes a tenant from the working tree. */
@Command(
    name = "remove",
    mixinStandardHelpOptions = true,
    description =
        "Delete a tenant's file, and say what Argo CD prunes then and what is kept for how long.")
final class TenantRemoveCommand implements Callable<Integer> {

  @Spec private @Nullable CommandSpec spec;

  @Parameters(paramLabel = "NAME", description = "of the tenant")
  private String name = "";

  @Option(names = "--json", description = "print JSON and nothing else")
  private boolean json;

  @Override
  public Integer call() {
    CommandSpec command = Objects.requireNonNull(spec);
    Kit kit = TenantProof.kit(command);
    Retention retention = Retention.of(kit.gitops());
    Tenant removed = new TenantTree(kit.editable()).remove(name);
    PrintWriter out = command.commandLine().getOut();
    out.println(
        json ? TenantsJson.removed(removed, retention) : TenantsText.removed(removed, retention));
    out.flush();
    return 0;
  }
}
