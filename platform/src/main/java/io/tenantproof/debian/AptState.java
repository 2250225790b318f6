package io.tenantproof.debian;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * What apt knows when it is asked by us: sources and lists of its own, nothing installed.
 *
 * @param mirror base address of the archive
 * @param suite release
 * @param folder where it is kept
 * @param keyring the archive's keys
 */
record AptState(String mirror, String suite, Path folder, Path keyring) {

  /** Writes it. */
  void write() {
    try {
      for (String name : List.of("lists/partial", "archives/partial", "none/partial", "etc")) {
        Files.createDirectories(folder.resolve(name));
      }
      Files.writeString(folder.resolve("status"), "");
      Files.write(
          folder.resolve("etc/sources.list"),
          List.of(
              line("debian", suite),
              line("debian", suite + "-updates"),
              line("debian-security", suite + "-security")));
      Files.writeString(folder.resolve("apt.conf"), configuration());
    } catch (IOException e) {
      throw new UncheckedIOException("apt's own state can't be written to " + folder, e);
    }
  }

  private String line(String archive, String name) {
    return "deb [signed-by=%s] %s/%s %s main".formatted(keyring, mirror, archive, name);
  }

  private String configuration() {
    return """
    Dir::Etc::SourceList "%1$s/etc/sources.list";
    Dir::Etc::SourceParts "-";
    Dir::State "%1$s";
    Dir::State::Lists "%1$s/lists";
    Dir::State::status "%1$s/status";
    Dir::Cache "%1$s";
    Dir::Cache::Archives "%1$s/archives";
    APT::Install-Recommends "false";
    APT::Architecture "amd64";
    APT::Architectures { "amd64"; };
    APT::Sandbox::User "root";
    APT::Get::Assume-Yes "true";
    Acquire::Languages "none";
    Acquire::Retries "3";
    Acquire::http::Timeout "30";
    Debug::NoLocking "true";
    """
        .formatted(folder);
  }
}
