package io.tenantproof.grafana;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * The dashboards of a GitOps tree. Grafana loads a broken one without a word or not at all, so they
 * are checked before.
 *
 * @param gitops the tree
 */
public record DashboardFiles(Path gitops) {

  /** Where they are in the tree. */
  private static final String FOLDER = "charts/observability/dashboards";

  private static final String ENDING = ".json";

  /**
   * Reads all dashboards, sorted by file.
   *
   * @throws BadDashboard when one can't be used, with file, panel and reason of each problem
   */
  public List<Dashboard> read() {
    List<String> problems = new ArrayList<>();
    List<Dashboard> dashboards =
        files().stream().flatMap(file -> read(file, problems).stream()).toList();
    if (problems.isEmpty() && dashboards.isEmpty()) {
      problems.add("gitops/%s holds no dashboard.".formatted(FOLDER));
    }
    if (!problems.isEmpty()) {
      throw new BadDashboard(problems);
    }
    return dashboards;
  }

  private List<Path> files() {
    Path folder = gitops.resolve(FOLDER);
    try (Stream<Path> all = Files.list(folder)) {
      return all.sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(folder + " can't be read", e);
    }
  }

  private Optional<Dashboard> read(Path file, List<String> problems) {
    String shown = "gitops/" + gitops.relativize(file);
    String name = String.valueOf(file.getFileName());
    if (!name.endsWith(ENDING)) {
      problems.add(shown + ": only files UID.json belong here.");
      return Optional.empty();
    }
    try {
      String uid = name.substring(0, name.length() - ENDING.length());
      DashboardReader reader = new DashboardReader(uid, strict().readTree(Files.readString(file)));
      Dashboard dashboard = reader.read();
      reader.problems().forEach(problem -> problems.add(shown + ": " + problem));
      return Optional.of(dashboard);
    } catch (JacksonException e) {
      problems.add(
          "%s: line %d: no JSON: %s"
              .formatted(shown, e.getLocation().getLineNr(), e.getOriginalMessage()));
      return Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException(file + " can't be read", e);
    }
  }

  private static JsonMapper strict() {
    return JsonMapper.builder()
        .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
        .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
        .build();
  }
}
