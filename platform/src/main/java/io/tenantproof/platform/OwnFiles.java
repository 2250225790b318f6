package io.tenantproof.platform;

import io.tenantproof.settings.BadSetting;
import io.tenantproof.settings.Setting;
import io.tenantproof.settings.Settings;
import io.tenantproof.yaml.YamlSchema;
import io.tenantproof.yaml.YamlText;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * What of a platform is the user's own, as {@code tenantproof.yaml} says.
 *
 * @param file that says it; where there is none, nothing is
 * @param gitops the GitOps tree, where it is not the kit's
 * @param chart in place of the tree's charts/demo-api
 * @param tenants in place of the tree's tenants
 * @param probes names of the families that are tried where none is named; empty for all
 */
public record OwnFiles(
    Path file,
    Optional<Path> gitops,
    Optional<Path> chart,
    Optional<Path> tenants,
    List<String> probes) {

  private static final String NAME = "tenantproof.yaml";

  /** Copies what it is given. */
  public OwnFiles {
    probes = List.copyOf(probes);
  }

  /**
   * What the file of the settings says, or the one in the kit's folder.
   *
   * @throws BadSetting with file, line and cure of each mistake
   */
  static OwnFiles of(Settings settings, Path home) {
    Optional<Path> named = settings.find(Setting.CONFIG).map(Path::of).map(Path::toAbsolutePath);
    Path file = named.orElse(home.resolve(NAME));
    if (named.isEmpty() && !Files.exists(file)) {
      return none(file);
    }
    List<String> problems = new ArrayList<>();
    OwnFiles own =
        text(file, problems)
            .flatMap(text -> schema().check(file.toString(), text, problems))
            .map(one -> of(file, one, problems))
            .orElse(none(file));
    own.check(settings, problems);
    if (!problems.isEmpty()) {
      throw new BadSetting(String.join("\n", problems));
    }
    return own;
  }

  /** Nothing is one's own. */
  static OwnFiles none(Path file) {
    return new OwnFiles(file, Optional.empty(), Optional.empty(), Optional.empty(), List.of());
  }

  /** Whether parts of the tree are laid over it. */
  boolean isPutTogether() {
    return chart.isPresent() || tenants.isPresent();
  }

  private static OwnFiles of(Path file, JsonNode content, List<String> problems) {
    return new OwnFiles(
        file,
        folder(file, content, "gitops", problems),
        folder(file, content, "chart", problems),
        folder(file, content, "tenants", problems),
        content.path("probes").valueStream().map(JsonNode::asString).toList());
  }

  private static Optional<Path> folder(
      Path file, JsonNode content, String key, List<String> problems) {
    try {
      return Optional.ofNullable(content.get(key))
          .map(name -> file.resolveSibling(name.asString()).normalize());
    } catch (InvalidPathException e) {
      problems.add("%s: %s: no name of a folder: %s.".formatted(file, key, e.getReason()));
      return Optional.empty();
    }
  }

  private void check(Settings settings, List<String> problems) {
    needs("gitops", gitops, "bootstrap/root.yaml", problems);
    needs("chart", chart, "Chart.yaml", problems);
    needs("chart", chart, "values.schema.json", problems);
    needs("tenants", tenants, "", problems);
    if (isPutTogether() && settings.find(Setting.GIT_URL).isPresent()) {
      problems.add(
          "%s: chart and tenants are laid over the tree that the kit pushes, and with %s it pushes none: leave them out, and commit them to that repository."
              .formatted(file, Setting.GIT_URL.variable()));
    }
  }

  private void needs(String key, Optional<Path> folder, String inside, List<String> problems) {
    folder
        .map(one -> one.resolve(inside))
        .filter(one -> !Files.exists(one))
        .ifPresent(
            absent ->
                problems.add(
                    "%s: %s: expected %s, and there is none; folders are named from the file's own."
                        .formatted(file, key, absent)));
  }

  private static Optional<String> text(Path file, List<String> problems) {
    try {
      return YamlText.read(file, file.toString(), problems);
    } catch (UncheckedIOException e) {
      throw new BadSetting(
          "%s can't be read (%s); see %s, or leave it out."
              .formatted(
                  file,
                  Objects.requireNonNull(e.getCause()).getClass().getSimpleName(),
                  Setting.CONFIG.variable()));
    }
  }

  private static YamlSchema schema() {
    try (InputStream in = OwnFiles.class.getResourceAsStream("/tenantproof.schema.json")) {
      return YamlSchema.of(
          new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
