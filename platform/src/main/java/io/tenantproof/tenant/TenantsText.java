package io.tenantproof.tenant;

import java.util.List;
import java.util.stream.Collectors;

/** What is said of tenants' files to people. */
public final class TenantsText {

  private TenantsText() {}

  /** The tenants, one a line. */
  public static String list(List<DeclaredTenant> tenants) {
    if (tenants.isEmpty()) {
      return "No tenant is there; add one with tenant add NAME --environment ENVIRONMENT --tag"
          + " TAG.";
    }
    int names = tenants.stream().mapToInt(one -> one.tenant().name().length()).max().orElse(0);
    int stages =
        tenants.stream().mapToInt(one -> one.tenant().environment().length()).max().orElse(0);
    return tenants.stream()
        .map(
            one ->
                "%s  %s  %s  %s x %d"
                    .formatted(
                        padded(one.tenant().name(), names),
                        padded(one.tenant().environment(), stages),
                        one.file(),
                        one.image(),
                        one.replicas()))
        .collect(Collectors.joining("\n"));
  }

  private static String padded(String text, int width) {
    return text + " ".repeat(width - text.length());
  }

  /** What was added, what to do next and what comes of it. */
  public static String added(DeclaredTenant added) {
    return """
    %s is written: %d pods of %s.
    Next: commit it, then `make demo`, or push it to the repository that Argo CD reads.
    Argo CD makes
    %s\
    """
        .formatted(
            added.file(),
            added.replicas(),
            added.image(),
            Consequences.made(added.tenant()).stream()
                .map(one -> "  " + one)
                .collect(Collectors.joining("\n")));
  }

  /** What was removed, what to do next, what Argo CD prunes and what stays. */
  public static String removed(Tenant removed, Retention retention) {
    return """
    gitops/%s is deleted; `git restore gitops/%s` brings back what was committed of it.
    Next: commit it, then `make demo`, or push it to the repository that Argo CD reads.
    Argo CD prunes
    %s
    Kept
    %s\
    """
        .formatted(
            removed.file(),
            removed.file(),
            Consequences.pruned(removed).stream()
                .map(one -> "  " + one)
                .collect(Collectors.joining("\n")),
            Consequences.kept(removed, retention).stream()
                .map(one -> "  " + one)
                .collect(Collectors.joining("\n")));
  }
}
