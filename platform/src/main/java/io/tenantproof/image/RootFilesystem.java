package io.tenantproof.image;

import io.tenantproof.debian.DebianArchive;
import io.tenantproof.debian.DebianPackage;
import io.tenantproof.file.FileTree;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * The files of an image, laid out in a folder. Packages are unpacked without running their scripts,
 * as distroless images are made: what a script would have done and the image needs is done here.
 *
 * @param root the folder
 */
record RootFilesystem(Path root) {

  // Since Debian 13 all packages live below /usr; base-files ships these links.
  private static final Map<String, String> MERGED_USR =
      Map.of("bin", "usr/bin", "sbin", "usr/sbin", "lib", "usr/lib", "lib64", "usr/lib64");

  private static final List<String> NOT_NEEDED =
      List.of(
          "usr/share/doc",
          "usr/share/man",
          "usr/share/locale",
          "usr/share/info",
          "usr/share/lintian",
          "usr/share/bash-completion",
          "usr/share/zsh",
          "usr/share/fish",
          "var/cache",
          "var/lib/dpkg");

  /** Makes the folder's first links and folders. */
  void begin(boolean withDebian) {
    try {
      Files.createDirectories(root);
      if (withDebian) {
        for (Map.Entry<String, String> link : MERGED_USR.entrySet()) {
          Files.createDirectories(root.resolve(link.getValue()));
          Files.createSymbolicLink(root.resolve(link.getKey()), Path.of(link.getValue()));
        }
      }
    } catch (IOException e) {
      throw failed("begun", e);
    }
  }

  /** Unpacks packages and drops what no container reads. */
  void unpack(DebianArchive archive, List<DebianPackage> packages) {
    packages.forEach(one -> archive.unpack(one, root));
    NOT_NEEDED.forEach(folder -> new FileTree(root.resolve(folder)).delete());
    collectAuthorities();
  }

  /**
   * Drops what a recipe does not need.
   *
   * @param patterns of paths
   * @throws IllegalArgumentException when one of them fits nothing: it is not what its author meant
   */
  void drop(List<String> patterns) {
    for (String pattern : patterns) {
      PathMatcher matcher = root.getFileSystem().getPathMatcher("glob:" + pattern);
      List<Path> found = matching(matcher);
      if (found.isEmpty()) {
        throw new IllegalArgumentException(
            "the recipe drops %s, and its packages have no such file".formatted(pattern));
      }
      found.forEach(path -> new FileTree(path).delete());
    }
  }

  private List<Path> matching(PathMatcher matcher) {
    try (Stream<Path> all = Files.walk(root)) {
      return all.filter(path -> matcher.matches(root.relativize(path))).toList();
    } catch (IOException e) {
      throw failed("searched", e);
    }
  }

  /** Lays the recipe's own files, its users and its links over what is there. */
  void overlay(Path rootfs, Recipe recipe) {
    new FileTree(rootfs).copyTo(root);
    writeUsers(recipe.users());
    recipe.links().forEach(this::link);
  }

  /** Where a path of the image is in the folder. */
  Path at(String path) {
    return root.resolve(path.substring(1));
  }

  /** The folder of a path of the image, made first where it is not there. */
  Path parentOf(String path) {
    try {
      Path parent = Objects.requireNonNull(at(path).getParent(), path);
      return Files.isDirectory(parent) ? parent : Files.createDirectories(parent);
    } catch (IOException e) {
      throw failed("given the folder of " + path, e);
    }
  }

  /** Makes a file a program. */
  void makeExecutable(String path) {
    try {
      Files.setPosixFilePermissions(at(path), PosixFilePermissions.fromString("rwxr-xr-x"));
    } catch (IOException e) {
      throw failed("given the program " + path, e);
    }
  }

  private void link(String path, String target) {
    try {
      Path link = parentOf(path).resolve(at(path).getFileName());
      if (Files.exists(link, LinkOption.NOFOLLOW_LINKS)) {
        Files.delete(link);
      }
      Files.createSymbolicLink(link, Path.of(target));
    } catch (IOException e) {
      throw failed("given the link " + path, e);
    }
  }

  // What update-ca-certificates does: all authorities in one file, in a fixed order.
  private void collectAuthorities() {
    List<Path> authorities = new FileTree(root.resolve("usr/share/ca-certificates")).files();
    if (authorities.isEmpty()) {
      return;
    }
    try {
      Path bundle = root.resolve("etc/ssl/certs/ca-certificates.crt");
      Files.createDirectories(bundle.getParent());
      Files.deleteIfExists(bundle);
      for (Path authority : authorities) {
        Files.write(
            bundle,
            Files.readAllBytes(authority),
            StandardOpenOption.CREATE,
            StandardOpenOption.APPEND);
      }
    } catch (IOException e) {
      throw failed("given its certificate authorities", e);
    }
  }

  private void writeUsers(Map<String, Integer> users) {
    try {
      Path etc = Files.createDirectories(root.resolve("etc"));
      Files.write(
          etc.resolve("passwd"),
          lines(
              "root:x:0:0:root:/root:/sbin/nologin",
              users,
              "%1$s:x:%2$d:%2$d:%1$s:/home/%1$s:/sbin/nologin"));
      Files.write(etc.resolve("group"), lines("root:x:0:", users, "%1$s:x:%2$d:"));
      if (!Files.exists(etc.resolve("nsswitch.conf"))) {
        Files.writeString(
            etc.resolve("nsswitch.conf"), "passwd: files\ngroup: files\nhosts: files dns\n");
      }
    } catch (IOException e) {
      throw failed("given its users", e);
    }
  }

  private static List<String> lines(String first, Map<String, Integer> users, String form) {
    return Stream.concat(
            Stream.of(first),
            users.entrySet().stream().map(user -> form.formatted(user.getKey(), user.getValue())))
        .toList();
  }

  private UncheckedIOException failed(String what, IOException e) {
    return new UncheckedIOException("the image's files at %s can't be %s".formatted(root, what), e);
  }
}
