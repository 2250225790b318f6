package io.tenantproof.scenario;

import io.tenantproof.argocd.Application;
import io.tenantproof.git.GitClone;
import io.tenantproof.platform.Platform;
import io.tenantproof.tenant.Tenant;
import io.tenantproof.tenant.TenantFiles;
import java.nio.file.Path;
import java.util.List;

/**
 * The way back to the kit's own files after a spec.
 *
 * @param scenario whose repository it is
 */
record Restoration(Scenario scenario) {

  private static final String ROOT = "platform";

  /** Goes it, and waits until the cluster follows. */
  void run() {
    Path gitops = scenario.platform().kit().gitops();
    String commit =
        scenario.commit(
            "test: back to the kit's own files", (GitClone work) -> work.mirror(gitops, "gitops"));
    scenario.isSettledAt(commit);
    List<String> own =
        new TenantFiles(gitops)
            .read().stream().map(Tenant::applications).flatMap(List::stream).toList();
    scenario.argoCd().applications().stream()
        .map(Application::name)
        .filter(name -> !name.equals(ROOT) && !Platform.COMPONENTS.contains(name))
        .filter(name -> !own.contains(name))
        .forEach(name -> scenario.becomes(scenario.argoCd().gone(name)));
  }
}
