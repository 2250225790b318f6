package io.tenantproof.cli;

import io.tenantproof.tenant.DeclaredTenant;
import io.tenantproof.tenant.NewTenant;
import io.tenantproof.tenant.Tenant;
import io.tenantproof.tenant.TenantTree;
import io.tenantproof.tenant.TenantsJson;
import io.tenantproof.tenant.TenantsText;
import java.io.PrintWriter;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Adds a tenant to the working tree. */
@Command(
    name = "add",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description =
        "Write a tenant's file, and say what comes of it. Nothing is written where a file of a"
            + " tenant, this or another, is not as it must be.")
final class TenantAddCommand implements Callable<Integer> {

  @Spec private @Nullable CommandSpec spec;

  @Parameters(
      paramLabel = "NAME",
      description = "of the tenant and its namespace: lower-case letters, digits and dashes")
  private String name = "";

  @Option(
      names = "--environment",
      paramLabel = "NAME",
      required = true,
      description = "the stage that it runs, as in staging")
  private String environment = "";

  @Option(
      names = "--tag",
      paramLabel = "TAG",
      description = "of its image; default: what a tenant of the environment runs, else the first")
  private @Nullable String tag;

  @Option(names = "--replicas", paramLabel = "NUMBER", description = "of its pods [2]")
  private int replicas = 2;

  @Option(
      names = "--message",
      paramLabel = "TEXT",
      description = "what its page says [Hello from NAME]")
  private @Nullable String message;

  @Option(names = "--json", description = "print JSON and nothing else")
  private boolean json;

  @Override
  public Integer call() {
    CommandSpec command = Objects.requireNonNull(spec);
    DeclaredTenant added =
        new TenantTree(TenantProof.kit(command).editable())
            .add(
                new NewTenant(
                    new Tenant(name, environment),
                    Optional.ofNullable(tag),
                    replicas,
                    Objects.requireNonNullElse(message, "Hello from " + name)));
    PrintWriter out = command.commandLine().getOut();
    out.println(json ? TenantsJson.added(added) : TenantsText.added(added));
    out.flush();
    return 0;
  }
}
