package io.tenantproof.gates;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Error;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** The pipelines are what their forges accept, and keep the rules that no schema holds. */
class PipelineFilesTest {

  private static final Pattern PINNED =
      Pattern.compile("(\\./\\S+|[\\w.-]+(/[\\w.-]+)+@[0-9a-f]{40} # v\\d+\\.\\d+\\.\\d+)");

  private final SourceTree tree = SourceTree.find();

  @Test
  void workflowsAreWhatGitHubAccepts() throws IOException {
    assertThat(workflows()).hasSizeGreaterThanOrEqualTo(3);
    for (Path file : workflows()) {
      assertThat(problems("github-workflow.json", read(file))).as(tree.shown(file)).isEmpty();
    }
    assertThat(problems("dependabot.json", read(tree.root().resolve(".github/dependabot.yml"))))
        .isEmpty();
  }

  @Test
  void thePipelineIsWhatGitLabAccepts() throws IOException {
    assertThat(problems("gitlab-ci.json", read(tree.root().resolve(".gitlab-ci.yml")))).isEmpty();
  }

  @Test
  void theSchemasFindMistakes() throws IOException {
    JsonNode workflow =
        Yaml.read("on: push\njobs: {a: {runs-on: x, step: []}}\n", PipelineFilesTest::fail);
    JsonNode pipeline = Yaml.read("a: {script: x, stagee: y}\n", PipelineFilesTest::fail);

    assertThat(problems("github-workflow.json", workflow)).isNotEmpty();
    assertThat(problems("gitlab-ci.json", pipeline)).isNotEmpty();
  }

  @Test
  void actionsArePinnedByTheirCommit() {
    List<String> uses =
        workflows().stream()
            .flatMap(file -> SourceTree.text(file).orElseThrow().lines())
            .map(String::strip)
            .map(line -> line.replaceFirst("^- ", ""))
            .filter(line -> line.startsWith("uses:"))
            .map(line -> line.substring("uses:".length()).strip())
            .toList();

    assertThat(uses).isNotEmpty().allMatch(PINNED.asMatchPredicate());
    assertThat(PINNED.asMatchPredicate()).rejects("actions/checkout@v6", "a/b@main # v1.0.0");
  }

  @Test
  void eachJobHasItsOwnRightsAndAnEnd() {
    for (Path file : workflows()) {
      JsonNode workflow = read(file);
      assertThat(workflow.path("permissions").isEmpty() && workflow.has("permissions"))
          .as("%s: permissions: {} for all jobs that name none", tree.shown(file))
          .isTrue();
      workflow
          .path("jobs")
          .properties()
          .forEach(
              job -> {
                assertThat(job.getValue().has("permissions")).as(name(file, job.getKey())).isTrue();
                assertThat(job.getValue().has("timeout-minutes") || job.getValue().has("uses"))
                    .as(name(file, job.getKey()))
                    .isTrue();
              });
    }
  }

  @Test
  void noShellReadsWhatGitHubPutsIn() {
    List<String> scripts = steps().map(step -> Yaml.text(step, "run")).toList();

    assertThat(scripts).filteredOn(script -> !script.isEmpty()).isNotEmpty();
    assertThat(scripts).noneMatch(script -> script.contains("${{"));
  }

  @Test
  void noCheckoutLeavesItsToken() {
    List<JsonNode> checkouts =
        steps().filter(step -> Yaml.text(step, "uses").startsWith("actions/checkout@")).toList();

    assertThat(checkouts)
        .isNotEmpty()
        .allMatch(
            step ->
                step.at("/with/persist-credentials").isBoolean()
                    && !step.at("/with/persist-credentials").asBoolean());
  }

  private Stream<JsonNode> steps() {
    return workflows().stream()
        .map(this::read)
        .flatMap(workflow -> elements(workflow.path("jobs")))
        .flatMap(job -> elements(job.path("steps")));
  }

  private static Stream<JsonNode> elements(JsonNode node) {
    return StreamSupport.stream(node.spliterator(), false);
  }

  private List<Path> workflows() {
    return tree.files(".yml").stream()
        .filter(file -> tree.shown(file).startsWith(".github/workflows/"))
        .toList();
  }

  private JsonNode read(Path file) {
    return Yaml.read(
        SourceTree.text(file).orElseThrow(), problem -> fail(tree.shown(file) + ": " + problem));
  }

  private String name(Path file, String job) {
    return "%s: job %s".formatted(tree.shown(file), job);
  }

  private static void fail(String problem) {
    throw new AssertionError(problem);
  }

  private static List<String> problems(String schema, JsonNode document) throws IOException {
    try (var text = PipelineFilesTest.class.getResourceAsStream("/schemas/" + schema)) {
      return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_7)
          .getSchema(
              new String(Objects.requireNonNull(text).readAllBytes(), StandardCharsets.UTF_8))
          .validate(document)
          .stream()
          .map(Error::toString)
          .toList();
    }
  }
}
