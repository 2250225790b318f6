package io.tenantproof.image;

import io.tenantproof.file.Checksum;
import io.tenantproof.file.Exclusive;
import io.tenantproof.file.FileTree;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Enumeration;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * The pinned Go release, had from the Go module proxy as the go command itself would
 * (https://go.dev/doc/toolchain#download), so that no Go need be installed and every machine builds
 * with the same one.
 *
 * @param release as in {@code go1.27.3}
 * @param checksum SHA-256 of the zip in hex
 * @param folder the module cache that it is put into
 * @param proxy base address of the module proxy
 */
record GoToolchain(String release, String checksum, Path folder, String proxy) {

  private static final String PUBLIC_PROXY = "https://proxy.golang.org";

  /** The release from the proxy that the go command would ask first. */
  static GoToolchain of(String release, String checksum, Path folder) {
    String proxy =
        Optional.ofNullable(System.getenv("GOPROXY"))
            .map(list -> list.split("[,|]", 2)[0])
            .filter(first -> first.startsWith("http"))
            .orElse(PUBLIC_PROXY);
    return new GoToolchain(release, checksum, folder, proxy);
  }

  /**
   * The folder that GOROOT names, downloaded first where it is not there.
   *
   * @throws ImageUnavailable when it can't be had or has another checksum; nothing of it is kept
   */
  Path root() {
    Path root = folder.resolve("golang.org/toolchain@" + version());
    Path go = root.resolve("bin/go");
    return Files.isExecutable(go)
        ? root
        : new Exclusive(folder.resolve(release + ".lock"))
            .run(() -> Files.isExecutable(go) ? root : fetched(root));
  }

  private Path fetched(Path root) {
    try {
      Files.createDirectories(root.getParent());
      Path zip = Files.createTempFile(folder, release, ".zip");
      Path unpacked = Files.createTempDirectory(root.getParent(), "unpacking");
      try {
        download(zip);
        unpack(zip, unpacked);
        Files.move(unpacked, root, StandardCopyOption.ATOMIC_MOVE);
        return root;
      } finally {
        Files.delete(zip);
        new FileTree(unpacked).delete();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(release + " can't be unpacked to " + root, e);
    }
  }

  private String version() {
    return "v0.0.1-" + release + ".linux-amd64";
  }

  private void download(Path zip) {
    URI uri = URI.create(proxy + "/golang.org/toolchain/@v/" + version() + ".zip");
    try (HttpClient http =
        HttpClient.newBuilder()
            .followRedirects(HttpClient.Redirect.NORMAL)
            .connectTimeout(Duration.ofSeconds(20))
            .build()) {
      HttpRequest request = HttpRequest.newBuilder(uri).timeout(Duration.ofMinutes(5)).build();
      int status = http.send(request, BodyHandlers.ofFile(zip)).statusCode();
      if (status != 200) {
        throw new ImageUnavailable(
            "%s answered %d for %s: check the network, or name another proxy with GOPROXY."
                .formatted(uri.getHost(), status, uri));
      }
    } catch (IOException e) {
      throw new ImageUnavailable(
          "%s can't be had from %s (%s): check the network, or name another proxy with GOPROXY."
              .formatted(release, uri, e),
          e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new ImageUnavailable("the download of " + release + " was interrupted", e);
    }
    String seen = Checksum.of(zip);
    if (!seen.equals(checksum)) {
      throw new ImageUnavailable(
          "%s has the SHA-256 %s, the catalogue wants %s: the download is broken or was changed."
              .formatted(uri, seen, checksum));
    }
  }

  private void unpack(Path zip, Path target) throws IOException {
    String prefix = "golang.org/toolchain@" + version() + "/";
    try (ZipFile files = new ZipFile(zip.toFile())) {
      Enumeration<? extends ZipEntry> entries = files.entries();
      while (entries.hasMoreElements()) {
        ZipEntry entry = entries.nextElement();
        String name = entry.getName().substring(prefix.length());
        Path file = target.resolve(name).normalize();
        if (entry.isDirectory() || !file.startsWith(target)) {
          continue;
        }
        Files.createDirectories(file.getParent());
        try (InputStream content = files.getInputStream(entry)) {
          Files.copy(content, file);
        }
        // Module zips carry no modes; the go command does the same to these two folders.
        if (name.startsWith("bin/") || name.startsWith("pkg/tool/")) {
          Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
        }
      }
    }
    Files.setPosixFilePermissions(target, PosixFilePermissions.fromString("rwxr-xr-x"));
  }
}
