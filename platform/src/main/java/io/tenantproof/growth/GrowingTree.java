package io.tenantproof.growth;

import io.tenantproof.git.GitClone;
import io.tenantproof.platform.GitServer;
import io.tenantproof.tenant.DeclaredTenant;
import io.tenantproof.tenant.NewTenant;
import io.tenantproof.tenant.Tenant;
import io.tenantproof.tenant.TenantTree;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * The GitOps tree that Argo CD reads, with more and more tenants.
 *
 * @param session the repository
 */
record GrowingTree(GitServer.Session session) {

  /**
   * What the pod asks for, in thousandths of a processor: many are to find room on a small node.
   */
  static final int CPU = 10;

  private static final String STEM = "grow-";
  private static final String GITOPS = "gitops";
  private static final String NOTE = GITOPS + "/growth.txt";

  /** All tenants of the tree. */
  List<Tenant> tenants() {
    return tree().list().stream().map(DeclaredTenant::tenant).toList();
  }

  /** Those that came here. */
  List<Tenant> grown() {
    return tenants().stream().filter(tenant -> tenant.name().startsWith(STEM)).toList();
  }

  /**
   * Adds tenants of one small pod each until there are so many, in one commit, its return value.
   */
  String growTo(int size) {
    GitClone work = session.work();
    for (int number = tenants().size(); number < size; number++) {
      add(work, new Tenant("%s%02d".formatted(STEM, number), "test"));
    }
    return work.publish("feat(tenants): %d of them".formatted(size));
  }

  private void add(GitClone work, Tenant tenant) {
    var _ = tree().add(new NewTenant(tenant, Optional.empty(), 1, "one of many"));
    String file = "%s/%s".formatted(GITOPS, tenant.file());
    work.write(file, work.read(file) + "resources: {requests: {cpu: %dm}}\n".formatted(CPU));
  }

  /** Publishes a commit that changes no manifest, and returns it. */
  String changeNothing() {
    GitClone work = session.work();
    work.write(NOTE, work.revision().orElse("") + "\n");
    return work.publish("chore: nothing changes");
  }

  /** Takes away what came here, and returns the commit. */
  String takeBack() {
    GitClone work = session.work();
    grown().forEach(tenant -> tree().remove(tenant.name()));
    if (Files.exists(work.folder().resolve(NOTE))) {
      work.delete(NOTE);
    }
    return work.publish("revert: as many tenants as before");
  }

  private TenantTree tree() {
    Path folder = session.work().folder();
    return new TenantTree(folder.resolve(GITOPS));
  }
}
