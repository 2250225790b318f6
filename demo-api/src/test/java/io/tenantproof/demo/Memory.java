package io.tenantproof.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * What a process holds in memory, as Linux says.
 *
 * @param process its number
 */
record Memory(long process) {

  @Override
  public String toString() {
    return "%d MiB resident, %d MiB at most".formatted(mebibytes("VmRSS:"), mebibytes("VmHWM:"));
  }

  private long mebibytes(String field) {
    try {
      return Files.readAllLines(Path.of("/proc", String.valueOf(process), "status")).stream()
          .filter(line -> line.startsWith(field))
          .map(line -> line.replaceAll("\\D", ""))
          .mapToLong(Long::parseLong)
          .map(kibibytes -> kibibytes / 1024)
          .sum();
    } catch (IOException e) {
      throw new UncheckedIOException("the process " + process + " has ended", e);
    }
  }
}
