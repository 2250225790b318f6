package io.tenantproof.demo;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * Writes the archive of classes that a start is fast with: the same classes give the same bytes.
 *
 * <p>The JVM's own dump is the same each time but for two things. Cached references carry the
 * machine's clock, and the header carries checksums over them. So it is dumped twice, and what
 * differs is set to zero: such a reference counts as unused for long, and the JVM looks at the
 * checksums only where {@code -XX:+VerifySharedSpaces} asks for it. The archive also knows the
 * times of the jars, which are set to the epoch before.
 */
public final class StartArchive {

  // The header has a page of its own, and its checksums have 4 bytes; clocks have 8.
  private static final int HEADER = 4096;

  // Some 230 differ; many more would not be clocks.
  private static final int MOST = 2000;

  private StartArchive() {}

  /**
   * Writes it for the class path that this JVM runs with: one jar, with its libraries beside it.
   *
   * @param arguments the file that lists the classes, and the archive
   * @throws IOException when it can't be written
   * @throws InterruptedException when it is stopped
   */
  public static void main(String[] arguments) throws IOException, InterruptedException {
    Path classes = Path.of(arguments[0]);
    Path archive = Path.of(arguments[1]);
    Path jar = Path.of(System.getProperty("java.class.path")).toAbsolutePath();
    withoutTimes(Objects.requireNonNull(jar.getParent()));
    byte[] first = dumped(classes, jar, archive);
    byte[] second = dumped(classes, jar, archive);
    Files.write(archive, settledOrAsItIs(first, second));
    Files.setLastModifiedTime(archive, FileTime.fromMillis(0));
  }

  // Another JDK may differ in more: its archive is as good, and only the image is not the same
  // twice.
  private static byte[] settledOrAsItIs(byte[] first, byte[] second) {
    try {
      return settled(first, second);
    } catch (IOException more) {
      System.err.println(
          more.getMessage() + ": another build of the same commit will give another image.");
      return second;
    }
  }

  /** What two dumps have in common, with zeros where they differ. */
  static byte[] settled(byte[] first, byte[] second) throws IOException {
    if (first.length != second.length) {
      throw new IOException(
          "two dumps of the same classes have %d and %d bytes"
              .formatted(first.length, second.length));
    }
    ByteBuffer settled = ByteBuffer.wrap(first.clone());
    ByteBuffer other = ByteBuffer.wrap(second);
    int differences = 0;
    for (int at = 0; at < Math.min(HEADER, first.length - 3); at += Integer.BYTES) {
      if (settled.getInt(at) != other.getInt(at)) {
        settled.putInt(at, 0);
        differences++;
      }
    }
    for (int at = HEADER; at < first.length - 7; at += Long.BYTES) {
      if (settled.getLong(at) != other.getLong(at)) {
        settled.putLong(at, 0);
        differences++;
      }
    }
    if (differences > MOST) {
      throw new IOException(
          "two dumps of the same classes differ in %d words".formatted(differences));
    }
    return settled.array();
  }

  private static void withoutTimes(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.toList()) {
        Files.setLastModifiedTime(file, FileTime.fromMillis(0));
      }
    }
  }

  // Interpreted and with a heap of a fixed size: neither compiler threads nor the machine's memory
  // leave traces.
  private static byte[] dumped(Path classes, Path jar, Path archive)
      throws IOException, InterruptedException {
    Process dump =
        new ProcessBuilder(
                List.of(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "-Xshare:dump",
                    "-XX:+AOTClassLinking",
                    "-XX:SharedClassListFile=" + classes,
                    "-XX:SharedArchiveFile=" + archive,
                    "-XX:+UseSerialGC",
                    "-XX:TieredStopAtLevel=1",
                    "-Xint",
                    "-Xmx128m",
                    "-cp",
                    jar.toString()))
            .inheritIO()
            .start();
    int code = dump.waitFor();
    if (code != 0) {
      throw new IOException("the dump of classes ended with exit code " + code);
    }
    return Files.readAllBytes(archive);
  }
}
