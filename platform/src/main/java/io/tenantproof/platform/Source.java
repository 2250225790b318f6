package io.tenantproof.platform;

import io.tenantproof.settings.BadSetting;
import io.tenantproof.settings.Setting;
import io.tenantproof.settings.Settings;
import java.util.Objects;
import java.util.stream.Stream;
import org.eclipse.jgit.api.Git;
import org.eclipse.jgit.api.errors.GitAPIException;
import org.eclipse.jgit.lib.Ref;

/**
 * Which repository Argo CD reads.
 *
 * @param uri its address, as pods reach it
 * @param revision branch, tag or commit
 * @param inCluster whether it is the git server in the cluster
 */
public record Source(String uri, String revision, boolean inCluster) {

  /** The source that the settings name. */
  public static Source of(Settings settings) {
    return settings
        .find(Setting.GIT_URL)
        .map(uri -> new Source(uri, settings.get(Setting.GIT_REVISION), false))
        .orElseGet(() -> new Source(GitServer.uri(), GitServer.BRANCH, true));
  }

  /**
   * The commit that a remote repository's revision is now.
   *
   * @throws BadSetting when it can't be reached from here or has no such revision
   */
  String commit() {
    try {
      for (Ref ref : Git.lsRemoteRepository().setRemote(uri).setHeads(true).setTags(true).call()) {
        String name = ref.getName();
        if (name.equals("refs/heads/" + revision) || name.equals("refs/tags/" + revision)) {
          // An annotated tag is peeled to its commit.
          return Stream.of(ref.getPeeledObjectId(), ref.getObjectId())
              .filter(Objects::nonNull)
              .findFirst()
              .orElseThrow(() -> bad("has no commit at " + name))
              .getName();
        }
      }
    } catch (GitAPIException e) {
      throw bad("can't be read: " + e.getMessage());
    }
    if (revision.matches("[0-9a-f]{40}")) {
      return revision;
    }
    throw bad("has no branch or tag \"" + revision + "\"");
  }

  private BadSetting bad(String reason) {
    return new BadSetting(
        "The repository %s %s; check %s and %s."
            .formatted(uri, reason, Setting.GIT_URL.variable(), Setting.GIT_REVISION.variable()));
  }
}
