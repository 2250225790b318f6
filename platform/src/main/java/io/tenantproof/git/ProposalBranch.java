package io.tenantproof.git;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import org.eclipse.jgit.api.Git;
import org.eclipse.jgit.api.errors.GitAPIException;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.PersonIdent;
import org.eclipse.jgit.lib.Ref;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.transport.CredentialsProvider;
import org.eclipse.jgit.transport.RefSpec;
import org.eclipse.jgit.transport.UsernamePasswordCredentialsProvider;

/**
 * A branch of one commit on top of another branch, in a clone of its own. It is pushed only while
 * the server's is what it was at the start, and can be taken back.
 *
 * @param git the clone
 * @param name of the branch
 * @param before what the server had under that name; empty where it had nothing
 * @param credentials who pushes; empty where nobody has to be known
 */
public record ProposalBranch(
    Git git, String name, Optional<ObjectId> before, Optional<Credentials> credentials)
    implements AutoCloseable {

  private static final int SECONDS = 60;
  private static final PersonIdent COMMITTER =
      new PersonIdent("TenantProof", "platform@tenantproof");

  /**
   * Clones the newest commit of a branch, and what the server has under the new one's name.
   *
   * @param base the branch to build on
   * @param folder an empty one
   * @throws GitFailed when it can't be had, with the cure
   */
  public static ProposalBranch on(
      RemoteRepository remote,
      String base,
      String name,
      Optional<Credentials> credentials,
      Path folder) {
    try {
      Git git =
          Git.cloneRepository()
              .setURI(remote.uri())
              .setDirectory(folder.toFile())
              .setBranch(base)
              .setBranchesToClone(java.util.List.of("refs/heads/" + base))
              .setDepth(1)
              .setTimeout(SECONDS)
              .setCredentialsProvider(provider(credentials))
              .call();
      try {
        if (git.getRepository().resolve("HEAD") == null) {
          throw new GitFailed(
              "%s has no branch %s; name the branch that Argo CD follows with TENANTPROOF_GIT_REVISION."
                  .formatted(remote, base));
        }
        return new ProposalBranch(git, name, fetched(git, name, credentials), credentials);
      } catch (GitAPIException | IOException | RuntimeException e) {
        git.close();
        throw e;
      }
    } catch (GitAPIException | IOException e) {
      throw new GitFailed(
          "%s can't be read: %s. Check the address and that the token may read it."
              .formatted(remote, e.getMessage()),
          e);
    }
  }

  private static Optional<ObjectId> fetched(Git git, String name, Optional<Credentials> credentials)
      throws GitAPIException {
    Optional<Ref> there =
        git
            .lsRemote()
            .setHeads(true)
            .setTimeout(SECONDS)
            .setCredentialsProvider(provider(credentials))
            .call()
            .stream()
            .filter(ref -> ref.getName().equals("refs/heads/" + name))
            .findFirst();
    if (there.isPresent()) {
      git.fetch()
          .setRefSpecs(new RefSpec("+refs/heads/%1$s:refs/remotes/origin/%1$s".formatted(name)))
          .setDepth(1)
          .setTimeout(SECONDS)
          .setCredentialsProvider(provider(credentials))
          .call();
    }
    return there.map(Ref::getObjectId);
  }

  /** The folder of its files, to be changed before the commit. */
  public Path folder() {
    return git.getRepository().getWorkTree().toPath();
  }

  /**
   * Commits all that has changed.
   *
   * @param author name and address of who wants it
   */
  public String commit(String message, PersonIdent author) {
    try {
      git.add().addFilepattern(".").setUpdate(true).call();
      return git.commit()
          .setMessage(message)
          .setAuthor(author)
          .setCommitter(new PersonIdent(COMMITTER, author.getWhenAsInstant()))
          .setSign(false)
          .call()
          .getName();
    } catch (GitAPIException e) {
      throw new GitFailed("the change can't be committed: " + e.getMessage(), e);
    }
  }

  /** Whether the server's branch holds the same files already. */
  public boolean isThere() {
    try {
      Repository repository = git.getRepository();
      return before.isPresent()
          && repository
              .parseCommit(before.get())
              .getTree()
              .equals(repository.parseCommit(repository.resolve("HEAD")).getTree());
    } catch (IOException e) {
      throw new GitFailed("the branch %s can't be compared: %s".formatted(name, e.getMessage()), e);
    }
  }

  /**
   * Pushes it, if the server's is still what it was.
   *
   * @throws GitFailed when somebody else has moved it, or the server refuses; nothing was changed
   */
  public void push() {
    leased().push("HEAD", before);
  }

  /**
   * Takes the push back: what the server had is there again, or nothing is.
   *
   * @throws GitFailed when somebody else has moved it, or the server refuses
   */
  public void withdraw() {
    leased().push(before.map(ObjectId::getName).orElse(""), Optional.of(head()));
  }

  private LeasedPush leased() {
    return new LeasedPush(git, name, provider(credentials));
  }

  private ObjectId head() {
    try {
      return Objects.requireNonNull(git.getRepository().resolve("HEAD"));
    } catch (IOException e) {
      throw new GitFailed("the commit can't be read: " + e.getMessage(), e);
    }
  }

  @Override
  public void close() {
    git.close();
  }

  private static CredentialsProvider provider(Optional<Credentials> credentials) {
    return credentials
        .map(one -> new UsernamePasswordCredentialsProvider(one.username(), one.password()))
        .orElseGet(() -> new UsernamePasswordCredentialsProvider("", ""));
  }
}
