package io.tenantproof.debian;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DebianArchiveTest {

  private static final Path APT = Path.of("/usr/bin/apt-get");
  private static final Path KEYS = Path.of("/usr/share/keyrings/debian-archive-keyring.gpg");

  @TempDir private Path folder;

  @Test
  void packagesAreReadFromAptsLinesAndSorted() {
    List<String> lines =
        List.of(
            "Reading package lists...",
            "'http://deb.debian.org/debian/pool/main/g/git/git_2.47.3-0%2bdeb13u1_amd64.deb'"
                + " git_1%3a2.47.3-0+deb13u1_amd64.deb 8862 SHA256:ab12",
            "'http://deb.debian.org/debian/pool/main/d/dash/dash_0.5.12-12_amd64.deb'"
                + " dash_0.5.12-12_amd64.deb 98516 SHA256:cd34",
            "The following NEW packages will be installed:");

    assertThat(DebianArchive.packages(lines))
        .containsExactly(
            new DebianPackage("dash_0.5.12-12_amd64.deb", 98516, "SHA256:cd34"),
            new DebianPackage("git_1%3a2.47.3-0+deb13u1_amd64.deb", 8862, "SHA256:ab12"));
  }

  @Test
  void nameAndVersionComeFromTheFileName() {
    DebianPackage one = new DebianPackage("git_1%3a2.47.3-0+deb13u1_amd64.deb", 1, "");

    assertThat(one.name()).isEqualTo("git");
    assertThat(one.version()).isEqualTo("1%3a2.47.3-0+deb13u1");
  }

  @Test
  void aMachineWithoutAptIsToldWhatItNeeds() {
    assertThatExceptionOfType(DebianUnavailable.class)
        .isThrownBy(() -> DebianArchive.requireTools(List.of(folder.resolve("apt-get")), folder))
        .withMessageContaining("only be built from packages on Debian or Ubuntu")
        .withMessageContaining(folder.resolve("apt-get") + " is missing");
  }

  @Test
  void missingKeysAreNamedWithTheirPackage() {
    assertThatExceptionOfType(DebianUnavailable.class)
        .isThrownBy(() -> DebianArchive.requireTools(List.of(), folder.resolve("keys.gpg")))
        .withMessage(
            "Debian's archive keys are missing (%s): install the package debian-archive-keyring.",
            folder.resolve("keys.gpg"));
  }

  @Test
  void withoutListsOfItsOwnTheyAreFetchedAndTheHostsAreNotUsed() {
    assumeThat(APT).as("apt").isExecutable();
    assumeThat(KEYS).as("Debian's keys").isReadable();
    String mirror = "file://" + folder.resolve("no-mirror");

    assertThatExceptionOfType(DebianUnavailable.class)
        .isThrownBy(() -> new DebianArchive(mirror, "trixie", folder).resolve(List.of("dash")))
        .withMessageStartingWith("Debian's package lists can't be had from " + mirror)
        .withMessageContaining("TENANTPROOF_DEBIAN_MIRROR");
  }
}
