package io.tenantproof.release;

import io.tenantproof.git.GitClone;
import java.time.Instant;
import java.util.List;
import java.util.stream.StreamSupport;
import org.eclipse.jgit.api.errors.GitAPIException;
import org.eclipse.jgit.revwalk.RevCommit;

/**
 * A commit as the trail that it leaves.
 *
 * @param who its author
 * @param what its whole message
 * @param when it was made
 * @param isMerge whether it took a proposal over
 */
public record Deed(String who, String what, Instant when, boolean isMerge) {

  private static final int SOME = 20;

  static List<Deed> of(GitClone clone) {
    try {
      return StreamSupport.stream(clone.git().log().setMaxCount(SOME).call().spliterator(), false)
          .map(Deed::of)
          .toList();
    } catch (GitAPIException e) {
      throw new IllegalStateException("the history can't be read: " + e.getMessage(), e);
    }
  }

  private static Deed of(RevCommit commit) {
    return new Deed(
        commit.getAuthorIdent().getName(),
        commit.getFullMessage(),
        commit.getAuthorIdent().getWhenAsInstant(),
        commit.getParentCount() > 1);
  }
}
