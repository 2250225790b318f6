package io.tenantproof.registry;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;

/** A small image as {@code docker save} writes one: layers are plain tar files. */
public final class SavedImage {

  private SavedImage() {}

  /** Writes it to a folder. */
  public static Path in(Path folder) {
    try {
      ByteArrayOutputStream layer = new ByteArrayOutputStream();
      try (TarArchiveOutputStream tar = new TarArchiveOutputStream(layer)) {
        add(tar, "hello", "#!hello".getBytes(StandardCharsets.UTF_8));
      }
      String config =
          """
          {"architecture": "amd64", "os": "linux", "created": "1970-01-01T00:00:00Z",
           "config": {"User": "10001:10001", "Entrypoint": ["/hello"], "Labels": {"kept": "yes"}},
           "rootfs": {"type": "layers", "diff_ids": ["sha256:%s"]}, "history": [{}]}
          """
              .formatted(sha256(layer.toByteArray()));
      Path file = folder.resolve("saved.tar");
      try (OutputStream out = Files.newOutputStream(file);
          TarArchiveOutputStream tar = new TarArchiveOutputStream(out)) {
        add(
            tar,
            "manifest.json",
            "[{\"Config\":\"c.json\",\"RepoTags\":[\"hello:1\"],\"Layers\":[\"l.tar\"]}]"
                .getBytes(StandardCharsets.UTF_8));
        add(tar, "c.json", config.getBytes(StandardCharsets.UTF_8));
        add(tar, "l.tar", layer.toByteArray());
      }
      return file;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void add(TarArchiveOutputStream tar, String name, byte[] content)
      throws IOException {
    TarArchiveEntry entry = new TarArchiveEntry(name);
    entry.setSize(content.length);
    entry.setModTime(0);
    tar.putArchiveEntry(entry);
    tar.write(content);
    tar.closeArchiveEntry();
  }

  private static String sha256(byte[] content) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
