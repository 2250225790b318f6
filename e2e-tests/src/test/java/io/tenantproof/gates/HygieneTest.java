package io.tenantproof.gates;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantproof.command.Command;
import io.tenantproof.command.CommandFailed;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

class HygieneTest {

  // A person's folder on the machine that wrote the file; the users of images are no persons.
  private static final Pattern HOME =
      Pattern.compile("(?<![\\w.}])/(root|home/(?!argocd|nonroot)\\w+|Users/\\w+)/[\\w.]");
  private static final Pattern TRAILING_SPACE = Pattern.compile("[ \\t]+$", Pattern.MULTILINE);
  private static final int LONGEST_CLASS = 200;

  private final SourceTree tree = SourceTree.find();

  @Test
  void noFileNamesAPersonsFolder() {
    assertThat(linesThatMatch(HOME, tree.files()))
        .as("lines with the path of a home folder; name it by $HOME, or relative to the repository")
        .isEmpty();
  }

  @Test
  void noLineEndsWithSpace() {
    assertThat(linesThatMatch(TRAILING_SPACE, tree.files()))
        .as("lines that end with space")
        .isEmpty();
  }

  @Test
  void everyTextFileEndsWithANewline() {
    assertThat(filesWhere(text -> !text.isEmpty() && !text.endsWith("\n"), tree.files()))
        .as("files without a newline at their end")
        .isEmpty();
  }

  @Test
  void javaIsIndentedWithSpaces() {
    assertThat(linesThatMatch(Pattern.compile("^ *\\t", Pattern.MULTILINE), tree.files(".java")))
        .as("Java lines indented with a tab")
        .isEmpty();
  }

  @Test
  void classesAreSmall() {
    assertThat(filesWhere(text -> text.lines().count() > LONGEST_CLASS, tree.files(".java")))
        .as("classes of more than %d lines; give one of their concerns a class", LONGEST_CLASS)
        .isEmpty();
  }

  @Test
  void shellScriptsParse() {
    List<String> problems = new ArrayList<>();
    List<Path> scripts = tree.files().stream().filter(file -> shell(file).isPresent()).toList();
    for (Path script : scripts) {
      try {
        Command.of(shell(script).orElseThrow(), "-n", script.toString()).run();
      } catch (CommandFailed e) {
        problems.add(tree.shown(script) + ": " + e.getMessage());
      }
    }
    assertThat(scripts).as("shell scripts of " + tree.root()).isNotEmpty();
    assertThat(problems).as("shell scripts that don't parse").isEmpty();
  }

  @Test
  void yamlParses() {
    List<Path> files =
        tree.files().stream()
            .filter(file -> file.toString().matches(".*\\.ya?ml"))
            .filter(file -> !isTemplate(file))
            .filter(file -> !file.toString().contains("cases/invalid-yaml/"))
            .toList();
    assertThat(files).as("YAML files of " + tree.root()).isNotEmpty();
    assertThat(files.stream().map(this::yamlProblem).flatMap(Optional::stream))
        .as("YAML files that don't parse")
        .isEmpty();
  }

  private Optional<String> yamlProblem(Path file) {
    try {
      LoadSettings strict = LoadSettings.builder().setAllowDuplicateKeys(false).build();
      new Load(strict)
          .loadAllFromString(SourceTree.text(file).orElseThrow())
          .forEach(document -> {});
      return Optional.empty();
    } catch (YamlEngineException e) {
      return Optional.of(tree.shown(file) + ": " + e.getMessage());
    }
  }

  // Templates of a chart are YAML once Helm has rendered them.
  private static boolean isTemplate(Path file) {
    return file.toString().contains("/templates/");
  }

  private static Optional<String> shell(Path file) {
    Optional<String> first =
        SourceTree.text(file)
            .flatMap(text -> text.lines().findFirst())
            .filter(line -> line.matches("#!\\s*/(usr/)?bin/(env )?(ba|da)?sh\\b.*"));
    // A file without a first line of its own is read in by another; bash takes both dialects.
    return first
        .map(line -> line.contains("bash") ? "bash" : "sh")
        .or(() -> Optional.of("bash").filter(shell -> file.toString().endsWith(".sh")));
  }

  private List<String> filesWhere(Function<String, Boolean> isWrong, List<Path> files) {
    return files.stream()
        .filter(file -> SourceTree.text(file).map(isWrong).orElse(false))
        .map(tree::shown)
        .toList();
  }

  private List<String> linesThatMatch(Pattern pattern, List<Path> files) {
    return files.stream().flatMap(file -> lines(pattern, file).stream()).toList();
  }

  private List<String> lines(Pattern pattern, Path file) {
    String text = SourceTree.text(file).orElse("");
    return pattern
        .matcher(text)
        .results()
        .map(
            match ->
                "%s: line %d: %s"
                    .formatted(
                        tree.shown(file),
                        text.substring(0, match.start()).chars().filter(c -> c == '\n').count() + 1,
                        match.group()))
        .toList();
  }
}
