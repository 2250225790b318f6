package io.tenantproof.endurance;

import io.tenantproof.file.FileTree;
import io.tenantproof.report.RunFolder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;

/**
 * Where runs leave what they say: Maven's output and the report of each, the evidence of those that
 * failed, and the figures.
 *
 * @param home the kit's folder
 */
public record EnduranceFolder(Path home) {

  private static final List<String> MODULES = List.of("demo-api", "platform", "e2e-tests");

  /** The folder. */
  public Path path() {
    return home.resolve("target/endurance");
  }

  /** The figures. */
  public Path json() {
    return path().resolve("endurance.json");
  }

  /** What Maven prints in a run. */
  Path log(int run) {
    return path().resolve("run-%d.log".formatted(run));
  }

  /** Makes it anew: what an earlier measurement left would be taken for this one's. */
  public void clear() {
    new FileTree(path()).delete();
    try {
      Files.createDirectories(path());
    } catch (IOException e) {
      throw new UncheckedIOException(path() + " can't be made", e);
    }
  }

  /**
   * Takes away what the run before has left and the next one would be judged by: a run that is
   * killed leaves reports that Maven's verify reads again.
   */
  void forget() {
    MODULES.forEach(
        module -> new FileTree(home.resolve(module).resolve("target/failsafe-reports")).delete());
    new FileTree(report().json()).delete();
  }

  /** The results of the run that has just ended; none where it left no report, or half of one. */
  Results results() {
    try {
      return Results.of(report().read());
    } catch (IllegalStateException unreadable) {
      return Results.NONE;
    }
  }

  /** Keeps what the next run overwrites: the report, and the evidence of failures. */
  void keep(int run) {
    Path dumps = home.resolve("target/dumps");
    try {
      if (Files.isRegularFile(report().json())) {
        Files.copy(
            report().json(),
            path().resolve("run-%d.json".formatted(run)),
            StandardCopyOption.REPLACE_EXISTING);
      }
      if (Files.isDirectory(dumps)) {
        new FileTree(dumps).copyTo(path().resolve("run-%d-dumps".formatted(run)));
      }
    } catch (IOException e) {
      throw new UncheckedIOException("the report can't be kept in " + path(), e);
    }
  }

  /** Writes the figures; a reader finds the old ones or the new ones, never half of them. */
  public void write(Account account) {
    Path fresh = path().resolve("endurance.json.new");
    try {
      Files.createDirectories(path());
      Files.writeString(fresh, EnduranceText.json(account) + "\n");
      Files.move(fresh, json(), StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw new UncheckedIOException("the figures can't be written to " + json(), e);
    }
  }

  private RunFolder report() {
    return new RunFolder(home.resolve("target/report"));
  }
}
