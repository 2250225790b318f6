package io.tenantproof.cli;

import io.tenantproof.tenant.DeclaredTenant;
import io.tenantproof.tenant.TenantTree;
import io.tenantproof.tenant.TenantsJson;
import io.tenantproof.tenant.TenantsText;
import java.io.PrintWriter;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Lists the tenants of the working tree. */
@Command(
    name = "list",
    mixinStandardHelpOptions = true,
    description = "List the tenants of the working tree, after all their files were checked.")
final class TenantListCommand implements Callable<Integer> {

  @Spec private @Nullable CommandSpec spec;

  @Option(names = "--json", description = "print JSON and nothing else")
  private boolean json;

  @Override
  public Integer call() {
    CommandSpec command = Objects.requireNonNull(spec);
    List<DeclaredTenant> tenants = new TenantTree(TenantProof.kit(command).gitops()).list();
    PrintWriter out = command.commandLine().getOut();
    out.println(json ? TenantsJson.list(tenants) : TenantsText.list(tenants));
    out.flush();
    return 0;
  }
}
