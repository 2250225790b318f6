package io.tenantproof.git;

import io.tenantproof.file.FileTree;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Optional;
import org.eclipse.jgit.api.Git;
import org.eclipse.jgit.api.errors.GitAPIException;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.StoredConfig;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.transport.PushResult;
import org.eclipse.jgit.transport.RemoteRefUpdate;
import org.eclipse.jgit.transport.UsernamePasswordCredentialsProvider;

/**
 * A clone of the repository that Argo CD reads, in a folder of its own. Each change is one commit,
 * pushed at once.
 *
 * @param git the clone
 * @param branch that Argo CD follows
 * @param credentials who pushes
 */
public record GitClone(Git git, String branch, Credentials credentials) implements AutoCloseable {

  /** How long a remote may take. */
  static final int SECONDS = 30;

  private static final String AUTHOR = "TenantProof";
  private static final String MAIL = "platform@tenantproof";

  /**
   * Clones a repository into an empty folder; one without commits is fine.
   *
   * @throws GitFailed when it can't be had
   */
  public static GitClone of(String uri, String branch, Credentials credentials, Path folder) {
    try {
      Git git =
          Git.cloneRepository()
              .setURI(uri)
              .setDirectory(folder.toFile())
              .setBranch(branch)
              .setTimeout(SECONDS)
              .setCredentialsProvider(provider(credentials))
              .call();
      sign(git);
      return new GitClone(git, branch, credentials);
    } catch (GitAPIException | IOException e) {
      throw new GitFailed("%s can't be cloned: %s".formatted(uri, e.getMessage()), e);
    }
  }

  // Whoever runs this has a name of his own in his settings; the commits are the kit's.
  private static void sign(Git git) throws IOException {
    StoredConfig config = git.getRepository().getConfig();
    config.setString("user", null, "name", AUTHOR);
    config.setString("user", null, "email", MAIL);
    config.save();
  }

  /** Has the clone know that what it was cloned from is at another address now. */
  public void isAt(String uri) {
    StoredConfig config = git.getRepository().getConfig();
    config.setString("remote", "origin", "url", uri);
    try {
      config.save();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The folder of its files. */
  public Path folder() {
    return git.getRepository().getWorkTree().toPath();
  }

  /** The commit that is at the top; empty in a repository without any. */
  public Optional<String> revision() {
    try {
      return Optional.ofNullable(git.getRepository().resolve("HEAD")).map(ObjectId::getName);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Makes a folder of the clone the same as another folder: files, links, and what is missing.
   *
   * @throws GitFailed when something in it leads out of it, or is nothing to be pushed
   */
  public void mirror(Path source, String target) {
    PushedTree tree = PushedTree.of(source);
    Path copy = files().inside(target);
    new FileTree(copy).delete();
    tree.copyTo(copy);
  }

  /** Copies the files of another folder over a folder of the clone; the others stay. */
  public void overlay(Path source, String target) {
    PushedTree.of(source).copyTo(files().inside(target));
  }

  /** Writes a file of the clone. */
  public void write(String path, String text) {
    files().write(path, text);
  }

  /** Reads a file of the clone. */
  public String read(String path) {
    return files().read(path);
  }

  /** Deletes a file of the clone. */
  public void delete(String path) {
    files().delete(path);
  }

  private CloneFiles files() {
    return new CloneFiles(folder());
  }

  /**
   * Commits all that has changed and pushes it; where nothing has, nothing is done.
   *
   * @return the commit at the top
   * @throws GitFailed when the push is refused or does not get through
   */
  public String publish(String message) {
    try {
      git.add().addFilepattern(".").setRenormalize(false).call();
      git.add().addFilepattern(".").setUpdate(true).call();
      if (!git.status().call().isClean()) {
        git.commit().setMessage(message).setSign(false).call();
        push("origin", credentials, branch);
      }
      return revision().orElseThrow(() -> new GitFailed("there is nothing to commit"));
    } catch (GitAPIException e) {
      throw new GitFailed("\"%s\" can't be published: %s".formatted(message, e.getMessage()), e);
    }
  }

  /**
   * Takes the last commit back by a commit of its own, and pushes it.
   *
   * @return the new commit at the top
   */
  public String revertLast() {
    try {
      RevCommit reverted = git.revert().include(git.getRepository().resolve("HEAD")).call();
      push("origin", credentials, branch);
      return reverted.getName();
    } catch (GitAPIException | IOException e) {
      throw new GitFailed("the last commit can't be reverted: " + e.getMessage(), e);
    }
  }

  @Override
  public void close() {
    git.close();
  }

  /**
   * Pushes the commit at the top to the branch.
   *
   * @param remote that takes it
   * @param who pushes
   * @param named what it is called where it is refused
   */
  void push(String remote, Credentials who, String named) throws GitAPIException {
    Iterable<PushResult> results =
        git.push()
            .setRemote(remote)
            .add("HEAD:refs/heads/" + branch)
            .setTimeout(SECONDS)
            .setCredentialsProvider(provider(who))
            .call();
    for (PushResult result : results) {
      for (RemoteRefUpdate update : result.getRemoteUpdates()) {
        if (update.getStatus() != RemoteRefUpdate.Status.OK
            && update.getStatus() != RemoteRefUpdate.Status.UP_TO_DATE) {
          throw new GitFailed(
              "the push to %s was refused: %s %s"
                  .formatted(named, update.getStatus(), update.getMessage()));
        }
      }
    }
  }

  static UsernamePasswordCredentialsProvider provider(Credentials credentials) {
    return new UsernamePasswordCredentialsProvider(credentials.username(), credentials.password());
  }
}
