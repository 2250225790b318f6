package io.tenantproof.cli;

import io.tenantproof.boot.Suite;
import io.tenantproof.engine.ContainerEngine;
import io.tenantproof.measured.BenchFile;
import io.tenantproof.measured.BenchFolder;
import io.tenantproof.measured.Machine;
import io.tenantproof.platform.ClusterSource;
import io.tenantproof.platform.Kit;
import io.tenantproof.report.RunFolder;
import java.nio.file.Files;
import java.time.Clock;
import java.util.Optional;

/**
 * What the bench reads and leaves in the kit's folder of results.
 *
 * @param kit whose
 */
record BenchFiles(Kit kit) {

  /** Where all of it is. */
  BenchFolder folder() {
    return new BenchFolder(kit.home().resolve("target/bench"));
  }

  /** Keeps what a subcommand has measured just now, as it prints it for programs. */
  void keep(String name, String json) {
    folder()
        .write(
            BenchFile.of(name, Clock.systemUTC().instant(), Machine.here(engineVersion()), json));
  }

  /**
   * The last run of the specs; empty where there was none.
   *
   * @throws IllegalStateException where it can't be read, with the cure
   */
  Optional<Suite> suite() {
    RunFolder report = new RunFolder(kit.home().resolve("target/report"));
    return Files.isRegularFile(report.json())
        ? Optional.of(Suite.of(report.read()))
        : Optional.empty();
  }

  private Optional<String> engineVersion() {
    if (!ClusterSource.of(kit.settings()).needsEngine()) {
      return Optional.empty();
    }
    Optional<ContainerEngine> found = ContainerEngine.find();
    try {
      return found.map(engine -> String.valueOf(engine.version().getVersion()));
    } finally {
      found.ifPresent(ContainerEngine::close);
    }
  }
}
