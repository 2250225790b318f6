package io.tenantproof.debian;

import io.tenantproof.command.Command;
import io.tenantproof.command.CommandFailed;
import io.tenantproof.file.Exclusive;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A suite of Debian, read by the host's apt with a state of its own: the host's package lists,
 * sources and installed packages are neither used nor changed. apt checks the archive's signatures
 * and each file's checksum.
 *
 * @param mirror base address of the archive, as in {@code http://deb.debian.org}
 * @param suite release, as in {@code trixie}; its updates and security suites are read too
 * @param folder where the state and the downloaded packages are kept
 */
public record DebianArchive(String mirror, String suite, Path folder) {

  private static final List<Path> TOOLS =
      List.of(Path.of("/usr/bin/apt-get"), Path.of("/usr/bin/dpkg-deb"));
  private static final Path KEYRING = Path.of("/usr/share/keyrings/debian-archive-keyring.gpg");

  // apt-get --print-uris: 'URL' file bytes CHECKSUM (apt-get(8)).
  private static final Pattern URI_LINE = Pattern.compile("'[^']+' (\\S+\\.deb) (\\d+) (\\S*)");

  /**
   * Fetches the lists of packages.
   *
   * @throws DebianUnavailable when this machine has no apt, no Debian keys, or no way to the mirror
   */
  public void update() {
    requireTools(TOOLS, KEYRING);
    new AptState(mirror, suite, folder, KEYRING).write();
    try {
      apt(Duration.ofMinutes(5), "update", "--error-on=any");
    } catch (CommandFailed e) {
      throw new DebianUnavailable(
          "Debian's package lists can't be had from %s: check the network, or name another mirror with TENANTPROOF_DEBIAN_MIRROR. %s"
              .formatted(mirror, e.getMessage()),
          e);
    }
  }

  /**
   * Resolves packages with all they depend on, as on a machine where nothing is installed.
   *
   * @throws DebianUnavailable when a package is not in the suite
   */
  public List<DebianPackage> resolve(List<String> names) {
    requireState();
    // apt leaves out what it has downloaded already, so it is shown an archive folder without any.
    List<String> words =
        new ArrayList<>(
            List.of(
                "install",
                "--print-uris",
                "--yes",
                "--option=Dir::Cache::Archives=" + folder.resolve("none")));
    words.addAll(names);
    return packages(
        explained(names, () -> apt(Duration.ofMinutes(2), words.toArray(String[]::new))));
  }

  /** The packages of apt's lines, in a fixed order. */
  static List<DebianPackage> packages(List<String> lines) {
    return lines.stream()
        .map(URI_LINE::matcher)
        .filter(Matcher::find)
        .map(m -> new DebianPackage(m.group(1), Long.parseLong(m.group(2)), m.group(3)))
        .sorted((a, b) -> a.file().compareTo(b.file()))
        .toList();
  }

  /**
   * Downloads packages with all they depend on; what is there already is not fetched again.
   *
   * @throws DebianUnavailable when a package can't be had
   */
  public void download(List<String> names) {
    requireState();
    List<String> words = new ArrayList<>(List.of("install", "--download-only", "--yes"));
    words.addAll(names);
    // Two downloads at once would write the same files.
    new Exclusive(folder.resolve("download.lock"))
        .run(
            () ->
                explained(names, () -> apt(Duration.ofMinutes(20), words.toArray(String[]::new))));
  }

  /** Where a downloaded package is. */
  public Path file(DebianPackage debianPackage) {
    return folder.resolve("archives").resolve(debianPackage.file());
  }

  /**
   * Unpacks a downloaded package into a folder; its maintainer scripts are not run.
   *
   * @throws CommandFailed when the file is broken
   */
  public void unpack(DebianPackage debianPackage, Path root) {
    Command.of("dpkg-deb", "--extract", file(debianPackage).toString(), root.toString()).run();
  }

  private List<String> explained(List<String> names, Supplier<List<String>> call) {
    try {
      return call.get();
    } catch (CommandFailed e) {
      throw new DebianUnavailable(
          "The Debian packages %s (or what they depend on) can't be had from %s %s: %s"
              .formatted(String.join(", ", names), mirror, suite, e.getMessage()),
          e);
    }
  }

  private List<String> apt(Duration deadline, String... words) {
    List<String> command = new ArrayList<>(List.of("apt-get", "--quiet"));
    command.addAll(List.of(words));
    return Command.of(command)
        .with(
            Map.of(
                "APT_CONFIG", folder.resolve("apt.conf").toString(),
                "DEBIAN_FRONTEND", "noninteractive",
                "LC_ALL", "C"))
        .within(deadline)
        .run();
  }

  static void requireTools(List<Path> tools, Path keyring) {
    for (Path tool : tools) {
      if (!Files.isExecutable(tool)) {
        throw new DebianUnavailable(
            "Images can only be built from packages on Debian or Ubuntu (%s is missing): use a machine that reaches a container registry, or such a host."
                .formatted(tool));
      }
    }
    if (!Files.isReadable(keyring)) {
      throw new DebianUnavailable(
          "Debian's archive keys are missing (%s): install the package debian-archive-keyring."
              .formatted(keyring));
    }
  }

  // Without a configuration of its own apt would read the host's.
  private void requireState() {
    if (!Files.exists(folder.resolve("apt.conf"))) {
      update();
    }
  }
}
