package io.tenantproof.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.sun.net.httpserver.HttpServer;
import io.tenantproof.file.Checksum;
import io.tenantproof.file.FileTree;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GoToolchainTest {

  private static final String VERSION = "v0.0.1-go1.99.0.linux-amd64";
  private static final String PREFIX = "golang.org/toolchain@" + VERSION + "/";

  @TempDir private Path folder;
  private HttpServer proxy;
  private byte[] zip = new byte[0];

  @BeforeEach
  void aProxyWithOneRelease() throws IOException {
    zip = zip(PREFIX + "bin/go", PREFIX + "src/a.go", PREFIX + "../../escaped");
    proxy = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    proxy.createContext(
        "/golang.org/toolchain/@v/" + VERSION + ".zip",
        exchange -> {
          try (exchange) {
            exchange.sendResponseHeaders(200, zip.length);
            exchange.getResponseBody().write(zip);
          }
        });
    proxy.start();
  }

  @AfterEach
  void stop() {
    proxy.stop(0);
  }

  @Test
  void isDownloadedCheckedAndUnpackedOnce() throws IOException {
    GoToolchain toolchain = toolchain("go1.99.0", checksum());

    Path root = toolchain.root();
    proxy.stop(0);

    assertThat(root).isEqualTo(folder.resolve("golang.org/toolchain@" + VERSION));
    assertThat(root.resolve("bin/go")).isExecutable().hasContent(PREFIX + "bin/go");
    assertThat(Files.isExecutable(root.resolve("src/a.go"))).isFalse();
    assertThat(toolchain.root()).as("without the proxy").isEqualTo(root);
    assertThat(files())
        .as("the release alone, nothing of the download, nothing outside")
        .containsExactly(root.resolve("bin/go"), root.resolve("src/a.go"));
  }

  @Test
  void anotherChecksumIsRefusedAndNothingIsLeft() {
    assertThatExceptionOfType(ImageUnavailable.class)
        .isThrownBy(() -> toolchain("go1.99.0", "0".repeat(64)).root())
        .withMessageContaining("has the SHA-256 %s", checksum())
        .withMessageContaining("the catalogue wants %s", "0".repeat(64));

    assertNothingIsLeft();
  }

  @Test
  void aReleaseThatTheProxyLacksIsNamedAndNothingIsLeft() {
    assertThatExceptionOfType(ImageUnavailable.class)
        .isThrownBy(() -> toolchain("go1.99.1", checksum()).root())
        .withMessageContaining("127.0.0.1 answered 404 for ")
        .withMessageContaining("go1.99.1")
        .withMessageContaining("GOPROXY");

    assertNothingIsLeft();
  }

  @Test
  void aProxyThatDoesNotAnswerIsNamedAndNothingIsLeft() {
    proxy.stop(0);

    assertThatExceptionOfType(ImageUnavailable.class)
        .isThrownBy(() -> toolchain("go1.99.0", checksum()).root())
        .withMessageContaining("go1.99.0 can't be had from " + address())
        .withMessageContaining("GOPROXY");

    assertNothingIsLeft();
  }

  private void assertNothingIsLeft() {
    assertThat(files()).isEmpty();
    assertThat(folder.resolve("golang.org")).isEmptyDirectory();
  }

  // The lock that two builds at once take turns with stays.
  private List<Path> files() {
    return new FileTree(folder)
        .files().stream().filter(file -> !file.toString().endsWith(".lock")).toList();
  }

  private GoToolchain toolchain(String release, String checksum) {
    return new GoToolchain(release, checksum, folder, address());
  }

  private String address() {
    return "http://127.0.0.1:" + proxy.getAddress().getPort();
  }

  private String checksum() {
    try {
      Path file = Files.createTempFile("toolchain", ".zip");
      try {
        return Checksum.of(Files.write(file, zip));
      } finally {
        Files.delete(file);
      }
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private static byte[] zip(String... names) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      for (String name : names) {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(name.getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
      }
    }
    return bytes.toByteArray();
  }
}
