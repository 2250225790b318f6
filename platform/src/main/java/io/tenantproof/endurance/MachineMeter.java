package io.tenantproof.endurance;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What of this machine is in use.
 *
 * @param home the kit's folder
 * @param temporary the system's temp folder
 * @param kernel where the kernel tells of itself: {@code /proc}
 */
record MachineMeter(Path home, Path temporary, Path kernel) implements Meter {

  private static final String PREFIX = "tenantproof";
  private static final int LONGEST = 100;

  @Override
  public Map<Gauge, Reading> read() {
    Map<Gauge, Reading> readings = new EnumMap<>(Gauge.class);
    List<String> entries = entries();
    readings.put(
        Gauge.TEMPORARY,
        Reading.of(entries.stream().filter(name -> name.startsWith(PREFIX)).toList()));
    readings.put(Gauge.ALL_TEMPORARY, Reading.of(entries.size()));
    readings.put(Gauge.KIT_PROCESSES, Reading.of(ofTheKit()));
    readings.put(Gauge.ALL_PROCESSES, Reading.of(ProcessHandle.allProcesses().count()));
    List<String> listening = lines("net/tcp");
    // Where the kernel has no table there is no such protocol.
    if (!listening.isEmpty()) {
      readings.put(
          Gauge.PORTS,
          Reading.of(
              ListeningPorts.in(Stream.of(listening, lines("net/tcp6")).flatMap(List::stream))));
    }
    openFiles().ifPresent(open -> readings.put(Gauge.OPEN_FILES, Reading.of(open)));
    return readings;
  }

  private List<String> entries() {
    try (Stream<Path> all = Files.list(temporary)) {
      return all.map(entry -> String.valueOf(entry.getFileName())).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(temporary + " can't be read", e);
    }
  }

  // Those that this command was started by name the folder, too.
  private List<String> ofTheKit() {
    List<Long> own = ownLine();
    String user = ProcessHandle.current().info().user().orElse("");
    Pattern folder = Pattern.compile(Pattern.quote(home.toString()) + "(?=[/\\s]|$)");
    return ProcessHandle.allProcesses()
        .filter(process -> !own.contains(process.pid()))
        .map(ProcessHandle::info)
        .filter(info -> info.user().orElse("").equals(user))
        .flatMap(info -> info.commandLine().stream())
        .filter(line -> folder.matcher(line).find())
        .map(line -> line.length() <= LONGEST ? line : line.substring(0, LONGEST) + "…")
        .toList();
  }

  private static List<Long> ownLine() {
    List<Long> line = new ArrayList<>();
    Optional<ProcessHandle> at = Optional.of(ProcessHandle.current());
    while (at.isPresent()) {
      line.add(at.get().pid());
      at = at.get().parent();
    }
    return line;
  }

  // proc_sys_fs(5): what is allocated, what of it is free, and the most that may be.
  private Optional<Long> openFiles() {
    return lines("sys/fs/file-nr").stream()
        .map(line -> line.strip().split("\\s+"))
        .filter(words -> words.length > 1)
        .map(words -> Long.parseLong(words[0]) - Long.parseLong(words[1]))
        .findFirst();
  }

  private List<String> lines(String table) {
    Path file = kernel.resolve(table);
    try {
      return Files.isReadable(file) ? Files.readAllLines(file) : List.of();
    } catch (IOException e) {
      throw new UncheckedIOException(file + " can't be read", e);
    }
  }
}
