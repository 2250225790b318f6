package io.tenantproof.git;

import java.util.Optional;
import org.eclipse.jgit.api.Git;
import org.eclipse.jgit.api.errors.GitAPIException;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.transport.CredentialsProvider;
import org.eclipse.jgit.transport.PushResult;
import org.eclipse.jgit.transport.RefLeaseSpec;
import org.eclipse.jgit.transport.RefSpec;
import org.eclipse.jgit.transport.RemoteRefUpdate;

/**
 * A push to a branch that goes through only while the server's is the one that was expected.
 *
 * @param git the clone
 * @param branch of the server
 * @param credentials who pushes
 */
record LeasedPush(Git git, String branch, CredentialsProvider credentials) {

  private static final int SECONDS = 60;

  /**
   * Pushes.
   *
   * @param what a commit; nothing to delete the branch
   * @param expected what the server has now; empty where it has no such branch
   * @throws GitFailed when it has something else, or refuses; nothing was changed
   */
  void push(String what, Optional<ObjectId> expected) {
    String ref = "refs/heads/" + branch;
    try {
      Iterable<PushResult> results =
          git.push()
              .setRemote("origin")
              .setRefSpecs(new RefSpec("+%s:%s".formatted(what, ref)))
              .setRefLeaseSpecs(new RefLeaseSpec(ref, expected.orElse(ObjectId.zeroId()).getName()))
              .setTimeout(SECONDS)
              .setCredentialsProvider(credentials)
              .call();
      for (PushResult result : results) {
        result.getRemoteUpdates().forEach(this::require);
      }
    } catch (GitAPIException e) {
      throw new GitFailed(
          "The branch %s can't be pushed: %s. Check that the token may write the repository's contents."
              .formatted(branch, e.getMessage()),
          e);
    }
  }

  private void require(RemoteRefUpdate update) {
    switch (update.getStatus()) {
      case OK, UP_TO_DATE -> {}
      case REJECTED_REMOTE_CHANGED, REJECTED_NONFASTFORWARD ->
          throw new GitFailed(
              "The branch %s was moved by somebody else in the meantime; nothing was pushed. Run it again: it starts from what is there now."
                  .formatted(branch));
      default ->
          throw new GitFailed(
              "The push to %s was refused: %s %s. Check that no rule protects branches of that name."
                  .formatted(
                      branch,
                      update.getStatus(),
                      Optional.ofNullable(update.getMessage()).orElse("without a reason")));
    }
  }
}
