package io.tenantproof.release;

import io.tenantproof.file.FileTree;
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

  /** Tenants may use a repository of images; the cluster is to know it before one of them does. */
  void allow(String repository) {
    commit(
        "feat(platform): images of the registry are admitted",
        PLATFORM,
        "(?m)^  allowedRepositories:$",
        "  allowedRepositories:\n  - " + repository);
  }

  /** The tenants' image is to come from another repository. */
  void takeImagesFrom(String repository) {
    commit(
        "chore(demo-api): images come from the registry",
        CHART,
        "(?m)^  repository: .*$",
        "  repository: " + repository);
  }

  private void commit(String message, String file, String pattern, String replacement) {
    Path clone = folder.resolve("clone");
    try (GitClone work =
        GitClone.of(forge.repository().toString(), "main", forge.credentials(), clone)) {
      change(work, file, pattern, replacement);
      var _ = work.publish(message);
    } finally {
      new FileTree(clone).delete();
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
