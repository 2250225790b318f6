package io.tenantproof.endurance;

import io.tenantproof.platform.Kit;
import io.tenantproof.settings.Settings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

/**
 * A folder that looks like the kit's, whose Maven is a script.
 *
 * @param home the folder
 */
public record StandInKit(Path home) {

  private static final String RUN =
      """
      {"format": 1, "begin": "2026-11-24T18:00:00Z", "tookMs": 61000, "boot": [],
       "tests": [{"spec": "GitOpsIT", "name": "aRevertRollsBack", "begin": "2026-11-24T18:00:30Z",
         "tookMs": 30000, "outcome": "PASSED", "reason": "", "steps": [], "figures": []}],
       "measurements": {"series": [], "missing": []},
       "inventory": {"cluster": "verify", "components": [], "images": [], "missing": []},
       "proof": null}
      """;

  /** One with a spec called GitOpsIT. */
  public static StandInKit in(Path home) {
    StandInKit kit = new StandInKit(home);
    kit.write("platform/images/catalogue.yaml", "");
    kit.write("e2e-tests/src/test/java/io/tenantproof/specs/GitOpsIT.java", "");
    kit.write("passed.json", RUN);
    kit.write("failed.json", RUN.replace("PASSED", "FAILED"));
    return kit;
  }

  /** As the kit's own code sees it. */
  Kit kit() {
    return new Kit(Settings.NONE, home);
  }

  /**
   * Makes its Maven a script, which runs in the folder.
   *
   * @param script {@code report passed} and {@code report failed} write the report of a run
   */
  public StandInKit maven(String script) {
    write(
        "mvnw",
        """
        #!/bin/sh
        set -eu
        report() { mkdir -p target/report; cp "$1.json" target/report/run.json; }
        """
            + script);
    try {
      Files.setPosixFilePermissions(
          home.resolve("mvnw"), PosixFilePermissions.fromString("rwxr-xr-x"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return this;
  }

  /** Writes one of its files. */
  public void write(String file, String text) {
    try {
      Path path = home.resolve(file);
      Files.createDirectories(path.getParent());
      Files.writeString(path, text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
