package io.tenantproof.endurance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MachineMeterTest {

  private static final String TABLE =
      """
        sl  local_address rem_address   st tx_queue rx_queue tr tm->when retrnsmt   uid
         0: 0100007F:1F90 00000000:0000 0A 00000000:00000000 00:00000000 00000000     0
         1: 00000000:0016 00000000:0000 0A 00000000:00000000 00:00000000 00000000     0
         2: 0100007F:1F91 0100007F:1F90 01 00000000:00000000 00:00000000 00000000     0
         3: 0000000000000000FFFF00000100007F:46A0 00000000000000000000000000000000:0000 0A 0
         4: 00000000000000000000000001000000:1F90 00000000000000000000000000000000:0000 0A 0
      """;

  @TempDir private Path folder;

  private Reading reading(Gauge gauge) {
    return Laps.reading(new MachineMeter(folder, folder, Path.of("/proc")), gauge);
  }

  @Test
  void listenersOfLoopbackAreTakenFromTheTables() {
    assertThat(ListeningPorts.in(TABLE.lines())).containsExactly("8080", "18080");
    assertThat(ListeningPorts.in(Stream.empty())).isEmpty();
  }

  @Test
  void aPortThatListensIsSeen() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      assertThat(reading(Gauge.PORTS).names()).contains("" + socket.getLocalPort());
    }
  }

  @Test
  void aMachineWithoutTablesHasNoCount() {
    assertThat(new MachineMeter(folder, folder, folder).read())
        .doesNotContainKeys(Gauge.PORTS, Gauge.OPEN_FILES)
        .containsKeys(Gauge.ALL_PROCESSES, Gauge.TEMPORARY);
  }

  @Test
  void theKitsOwnOfTheTempFolderAreNamed() throws IOException {
    Files.createDirectory(folder.resolve("tenantproof-chart-1"));
    Files.createDirectory(folder.resolve("other"));

    assertThat(reading(Gauge.TEMPORARY).names()).containsExactly("tenantproof-chart-1");
    assertThat(reading(Gauge.ALL_TEMPORARY).value()).isEqualTo(2);
  }

  @Test
  void aProcessThatNamesTheFolderIsTheKits() throws IOException {
    Path own = Files.createFile(Files.createDirectory(folder.resolve("kit")).resolve("log"));
    Path other = Files.createFile(folder.resolve("kit2"));
    Process tail = new ProcessBuilder("tail", "-f", own.toString()).start();
    Process neighbour = new ProcessBuilder("tail", "-f", other.toString()).start();
    try {
      MachineMeter meter = new MachineMeter(folder.resolve("kit"), folder, Path.of("/proc"));

      assertThat(Laps.reading(meter, Gauge.KIT_PROCESSES).names())
          .singleElement()
          .asString()
          .endsWith("tail -f " + own);
    } finally {
      tail.destroyForcibly();
      neighbour.destroyForcibly();
    }
  }

  @Test
  void foldersAreMeasuredWithoutWhatDoesNotCount() throws IOException {
    Files.createDirectories(folder.resolve("cache/engine/data"));
    Files.writeString(folder.resolve("cache/engine/data/layer"), "12345");
    Files.writeString(folder.resolve("cache/image.tar"), "123");
    Files.createSymbolicLink(folder.resolve("cache/link"), folder.resolve("cache/engine"));
    Files.createDirectories(folder.resolve("cache/go"));
    Files.writeString(folder.resolve("cache/go/module"), "1234567");
    Path own = Files.createDirectories(folder.resolve("target/endurance"));
    Files.writeString(own.resolve("run-1.log"), "12345");
    Files.createDirectories(folder.resolve("platform/target"));
    Files.writeString(folder.resolve("platform/target/classes"), "1");

    DiskMeter meter = DiskMeter.of(folder, folder.resolve("cache"), own);

    assertThat(Laps.reading(meter, Gauge.CACHE_DISK).value())
        .isEqualTo(3 + folder.resolve("cache/engine").toString().length());
    assertThat(Laps.reading(meter, Gauge.GO_DISK).value()).isEqualTo(7);
    assertThat(Laps.reading(meter, Gauge.TARGET_DISK).value()).isEqualTo(1);
    assertThat(meter.read().keySet())
        .isEqualTo(Set.of(Gauge.CACHE_DISK, Gauge.GO_DISK, Gauge.TARGET_DISK));
  }
}
