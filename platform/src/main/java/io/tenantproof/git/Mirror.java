package io.tenantproof.git;

import java.io.IOException;
import java.util.Objects;
import org.eclipse.jgit.api.MergeCommand.FastForwardMode;
import org.eclipse.jgit.api.errors.GitAPIException;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.transport.RefSpec;

/**
 * A second repository that holds the same commits as the one that a clone is of, as a forge does
 * beside the repository that Argo CD reads.
 *
 * @param origin a clone of the repository that Argo CD reads
 * @param uri of the other one
 * @param credentials who pushes to it
 */
public record Mirror(GitClone origin, String uri, Credentials credentials) {

  /**
   * Pushes the clone's commits to the other one.
   *
   * @throws GitFailed when it refuses, or has commits that the clone lacks
   */
  public void push() {
    try {
      origin.push(uri, credentials, uri);
    } catch (GitAPIException e) {
      throw failed("can't be pushed to", e);
    }
  }

  /**
   * Takes over the commits that the other one has more, and pushes them to where the clone is from.
   *
   * @return the commit at the top
   * @throws GitFailed when they are not on top of the clone's
   */
  public String pull() {
    try {
      origin
          .git()
          .fetch()
          .setRemote(uri)
          .setRefSpecs(new RefSpec("+refs/heads/%s:refs/remotes/mirror".formatted(origin.branch())))
          .setTimeout(GitClone.SECONDS)
          .setCredentialsProvider(GitClone.provider(credentials))
          .call();
      ObjectId top =
          Objects.requireNonNull(origin.git().getRepository().resolve("refs/remotes/mirror"));
      var merged = origin.git().merge().include(top).setFastForward(FastForwardMode.FF_ONLY).call();
      if (!merged.getMergeStatus().isSuccessful()) {
        throw new GitFailed(
            "%s has commits that are not on top of the clone's: %s"
                .formatted(uri, merged.getMergeStatus()));
      }
      origin.push("origin", origin.credentials(), "origin");
      return top.getName();
    } catch (GitAPIException | IOException e) {
      throw failed("can't be taken over from", e);
    }
  }

  private GitFailed failed(String what, Exception cause) {
    return new GitFailed("commits %s %s: %s".formatted(what, uri, cause.getMessage()), cause);
  }
}
