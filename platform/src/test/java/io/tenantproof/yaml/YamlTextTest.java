package io.tenantproof.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class YamlTextTest {

  @TempDir private Path folder;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "a: &x 1            | f: line 1: anchors and aliases",
        "a: *x              | f: line 1: anchors and aliases",
        "{a: 1, b: {c: 1, c: 2}} | f: line 1: the key \"c\" is there twice; delete one.",
        "{[a]: 1}           | f: line 1: a key is a list or a map; expected a text."
      })
  void namesWhatProgramsReadInSeveralWays(String text, String problem) {
    assertThat(YamlText.problem("f", text).orElseThrow()).startsWith(problem);
    assertThat(YamlText.bomb("f", text)).isEmpty();
  }

  @Test
  void namesASecondDocument() {
    assertThat(YamlText.problem("f", "a: 1\n---\nb: 2\n"))
        .hasValueSatisfying(it -> assertThat(it).startsWith("f: line 2: a second document begins"));
  }

  @Test
  void namesADepthAndALengthThatNobodyWrites() {
    assertThat(YamlText.bomb("f", "[".repeat(51) + "]".repeat(51)))
        .contains("f: line 1: 51 levels deep; at most 50 is what a file of people has.");
    assertThat(YamlText.bomb("f", "a".repeat(YamlText.LONGEST + 1)))
        .contains("f: 1,048,577 bytes long; at most 1,048,576 is what a file of people has.");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a: 1\nb: [c, {a: 1}, {a: 1}]\nd: {a: {a: a}}\n",
        "",
        "a",
        "[no, yaml",
        "---\na: 1\n...\n"
      })
  void leavesTheRestToTheParser(String text) {
    assertThat(YamlText.problem("f", text)).isEmpty();
  }

  @Test
  void readsNoFolderNoDeviceAndNoOtherEncoding() throws IOException {
    Path latin = Files.write(folder.resolve("latin"), new byte[] {'a', ':', ' ', (byte) 0xe4});
    Path endless = Files.createSymbolicLink(folder.resolve("endless"), Path.of("/dev/zero"));
    List<String> problems = new ArrayList<>();

    assertThat(YamlText.read(folder, "folder", problems)).isEmpty();
    assertThat(YamlText.read(endless, "endless", problems)).isEmpty();
    assertThat(YamlText.read(latin, "latin", problems)).isEmpty();
    assertThat(problems)
        .containsExactly(
            "folder is no file, but a folder or a device; remove it.",
            "endless is no file, but a folder or a device; remove it.",
            "latin is not UTF-8; save it as UTF-8.");
  }
}
