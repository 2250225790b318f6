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
  private static final String PLATFORM = "gitops/platform/values.yaml";

  /** The tenants' image is to come from another repository, which they may use from then on. */
  void takeImagesFrom(String repository) {
    try (GitClone work =
        GitClone.of(
            forge.repository().toString(), "main", forge.credentials(), folder.resolve("clone"))) {
      change(work, CHART, "(?m)^  repository: .*$", "  repository: " + repository);
      change(
          work,
          PLATFORM,
          "(?m)^  allowedRepositories:$",
          "  allowedRepositories:\n  - " + repository);
      var _ = work.publish("chore(demo-api): images come from the registry");
    }
  }

  private static void change(GitClone work, String file, String pattern, String replacement) {
    String before = work.read(file);
    String after = before.replaceFirst(pattern, replacement);
    if (after.equals(before)) {
      throw new IllegalStateException("%s has no line like %s".formatted(file, pattern));
    }
    work.write(file, after);
  }
}
