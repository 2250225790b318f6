package io.tenantproof.git;

import java.io.IOException;
import java.util.Objects;
import org.eclipse.jgit.api.MergeCommand.FastForwardMode;
import org.eclipse.jgit.api.errors.GitAPIException;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.transport.CredentialsProvider;
import org.eclipse.jgit.transport.PushResult;
import org.eclipse.jgit.transport.RefSpec;
import org.eclipse.jgit.transport.RemoteRefUpdate;
import org.eclipse.jgit.transport.RemoteRefUpdate.Status;
import org.eclipse.jgit.transport.UsernamePasswordCredentialsProvider;

/**
 * A second repository that holds the same commits as the one that a clone is of, as a forge does
 * beside the repository that Argo CD reads.
 *
 * @param origin a clone of the repository that Argo CD reads
 * @param uri of the other one
 * @param credentials who pushes to it
 */
public record Mirror(GitClone origin, String uri, Credentials credentials) {

  private static final int SECONDS = 30;

  /**
   * Pushes the clone's commits to the other one.
   *
   * @throws GitFailed when it refuses, or has commits that the clone lacks
   */
  public void push() {
    try {
      push(uri, provider(credentials));
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
          .setTimeout(SECONDS)
          .setCredentialsProvider(provider(credentials))
          .call();
      ObjectId top =
          Objects.requireNonNull(origin.git().getRepository().resolve("refs/remotes/mirror"));
      var merged = origin.git().merge().include(top).setFastForward(FastForwardMode.FF_ONLY).call();
      if (!merged.getMergeStatus().isSuccessful()) {
        throw new GitFailed(
            "%s has commits that are not on top of the clone's: %s"
                .formatted(uri, merged.getMergeStatus()));
      }
      push("origin", provider(origin.credentials()));
      return top.getName();
    } catch (GitAPIException | IOException e) {
      throw failed("can't be taken over from", e);
    }
  }

  private void push(String remote, CredentialsProvider provider) throws GitAPIException {
    for (PushResult result :
        origin
            .git()
            .push()
            .setRemote(remote)
            .add("HEAD:refs/heads/" + origin.branch())
            .setTimeout(SECONDS)
            .setCredentialsProvider(provider)
            .call()) {
      for (RemoteRefUpdate update : result.getRemoteUpdates()) {
        if (update.getStatus() != Status.OK && update.getStatus() != Status.UP_TO_DATE) {
          throw new GitFailed(
              "the push to %s was refused: %s %s"
                  .formatted(remote, update.getStatus(), update.getMessage()));
        }
      }
    }
  }

  private GitFailed failed(String what, Exception cause) {
    return new GitFailed("commits %s %s: %s".formatted(what, uri, cause.getMessage()), cause);
  }

  private static UsernamePasswordCredentialsProvider provider(Credentials credentials) {
    return new UsernamePasswordCredentialsProvider(credentials.username(), credentials.password());
  }
}
