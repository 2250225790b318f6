package io.tenantproof.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunFolderTest {

  @TempDir private Path folder;

  @Test
  void thePageCanBeMadeAgainFromTheJson() throws IOException {
    RunFolder report = new RunFolder(folder.resolve("target/report"));
    report.write(Runs.ofAllOutcomes());
    String first = Files.readString(report.page());
    Files.delete(report.page());

    report.write(report.read());

    assertThat(report.page()).hasContent(first);
    assertThat(report.path().resolve("summary.md")).isNotEmptyFile();
  }

  @Test
  void aFolderWithoutARunSaysWhatToDo() {
    assertThatThrownBy(() -> new RunFolder(folder).read())
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("Expected the report of a run at " + folder.resolve("run.json"))
        .hasMessageContaining("make verify");
  }

  @Test
  void aBrokenFileSaysWhatIsWrong() throws IOException {
    Files.writeString(folder.resolve("run.json"), "{\"format\": 7}");

    assertThatThrownBy(() -> new RunFolder(folder).read())
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("found format 7. Run `make verify` again.");
  }
}
