package io.tenantproof.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class StartArchiveTest {

  private static final Path LIST = Path.of("classes.lst");

  @Test
  void aChecksumOfTheHeaderBecomesZeroAndTheMagicBesideItStays() throws IOException {
    assertThat(StartArchive.settled(dump(7, 100), dump(8, 100)))
        .isEqualTo(ByteBuffer.allocate(8192).putInt(0, 0xf00baba2).putLong(4096, 100).array());
  }

  @Test
  void aClockBecomesZeroInAllItsBytes() throws IOException {
    // As on machines that run for less and for more than 50 days.
    assertThat(StartArchive.settled(dump(7, 100), dump(7, 1L << 33)))
        .isEqualTo(StartArchive.settled(dump(7, (1L << 33) + 5), dump(7, (1L << 33) + 9)));
  }

  @Test
  void whatDiffersInMoreThanClocksIsRefused() {
    byte[] noise = new byte[1 << 16];
    java.util.Arrays.fill(noise, (byte) 1);

    assertThatIOException()
        .isThrownBy(() -> StartArchive.settled(new byte[1 << 16], noise))
        .withMessageContaining("words");
    assertThatIOException()
        .isThrownBy(() -> StartArchive.settled(new byte[8], new byte[16]))
        .withMessageContaining("8 and 16 bytes");
  }

  @Test
  void theListHasOneOrder() throws IOException {
    List<String> classes = classes(Files.readAllLines(LIST));
    List<String> rest = Files.readAllLines(LIST).subList(classes.size(), lines());

    assertThat(classes).isSortedAccordingTo(Comparator.naturalOrder()).doesNotHaveDuplicates();
    assertThat(rest)
        .allMatch(line -> line.startsWith("@"))
        .isSortedAccordingTo(Comparator.naturalOrder());
  }

  @Test
  void allClassesOfTheListAreThere() throws IOException {
    Stream<String> gone =
        classes(Files.readAllLines(LIST)).stream()
            .filter(name -> name.startsWith("io/"))
            .filter(name -> ClassLoader.getSystemResource(name + ".class") == null);

    assertThat(gone).as("not on the class path: run demo-api/record-classes").isEmpty();
  }

  @Test
  void theListKnowsTheServiceItself() throws IOException {
    assertThat(classes(Files.readAllLines(LIST)))
        .contains(
            "io/tenantproof/demo/Main",
            "io/tenantproof/demo/DemoService",
            "io/helidon/webserver/WebServer")
        .hasSizeGreaterThan(3000);
  }

  private static int lines() throws IOException {
    return Files.readAllLines(LIST).size();
  }

  private static List<String> classes(List<String> lines) {
    return lines.stream().takeWhile(line -> !line.startsWith("@")).toList();
  }

  private static byte[] dump(int checksum, long clock) {
    return ByteBuffer.allocate(8192)
        .putInt(0, 0xf00baba2)
        .putInt(4, checksum)
        .putLong(4096, clock)
        .array();
  }
}
