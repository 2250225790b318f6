package io.tenantproof.git;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.Optional;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.storage.file.FileRepositoryBuilder;
import org.eclipse.jgit.transport.URIish;

/**
 * A repository on a server, as its address names it.
 *
 * @param uri without user and password
 * @param host empty for a folder of this machine
 * @param path owner and repository, as in {@code tenantproof/kit}
 */
public record RemoteRepository(String uri, String host, String path) {

  /**
   * Reads an address. One for SSH stands for the same repository over HTTPS, where a token is who
   * one is; a user and a password in it are left out.
   *
   * @throws GitFailed when it is none
   */
  public static RemoteRepository of(String address) {
    try {
      URIish read = new URIish(address);
      String host = Optional.ofNullable(read.getHost()).orElse("");
      String path =
          Optional.ofNullable(read.getPath())
              .orElse("")
              .replaceFirst("^/+", "")
              .replaceFirst("/+$", "")
              .replaceFirst("\\.git$", "");
      boolean web =
          read.isRemote() && Optional.ofNullable(read.getScheme()).orElse("").startsWith("http");
      if (web || host.isEmpty()) {
        return new RemoteRepository(read.setUser(null).setPass(null).toString(), host, path);
      }
      return new RemoteRepository("https://%s/%s.git".formatted(host, path), host, path);
    } catch (URISyntaxException e) {
      throw new GitFailed(
          "This is no address of a repository; expected https://HOST/OWNER/REPOSITORY.git.", e);
    }
  }

  /** The remote {@code origin} of the repository that a folder is in; empty where it has none. */
  public static Optional<RemoteRepository> originOf(Path folder) {
    try (Repository repository =
        new FileRepositoryBuilder().findGitDir(folder.toFile()).setMustExist(true).build()) {
      return Optional.ofNullable(repository.getConfig().getString("remote", "origin", "url"))
          .map(RemoteRepository::of);
    } catch (IOException | IllegalArgumentException noRepository) {
      return Optional.empty();
    }
  }

  @Override
  public String toString() {
    return uri;
  }
}
