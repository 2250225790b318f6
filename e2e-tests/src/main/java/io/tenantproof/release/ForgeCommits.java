package io.tenantproof.release;

import io.tenantproof.git.GitClone;
import java.nio.file.Path;

/**
 * What a person commits at the forge.
 *
 * @param forge whose repository it is
 * @param folder that is the spec's own
 */
record ForgeCommits(ForgeServer forge, Path folder) {

  private static final String CHART = "gitops/charts/demo-api/values.yaml";

  /** The tenants' image is to come from another repository. */
  void takeImagesFrom(String repository) {
    try (GitClone work =
        GitClone.of(
            forge.repository().toString(), "main", forge.credentials(), folder.resolve("clone"))) {
      work.write(
          CHART,
          work.read(CHART).replaceFirst("(?m)^  repository: .*$", "  repository: " + repository));
      var _ = work.publish("chore(demo-api): images come from the registry");
    }
  }
}
