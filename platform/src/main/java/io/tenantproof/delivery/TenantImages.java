package io.tenantproof.delivery;

import io.tenantproof.image.PinnedImage;
import io.tenantproof.tenant.Tenant;
import io.tenantproof.yaml.YamlText;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/**
 * The images that the tenants' files of a GitOps tree name.
 *
 * @param gitops the tree
 */
public record TenantImages(Path gitops) {

  private static final String CHART = "charts/demo-api/values.yaml";
  private static final String PLATFORM = "platform/values.yaml";

  /**
   * What has to change so that some tenants run an image; a tenant that runs it already is left
   * out. Nothing is written.
   *
   * @throws BadValues with each file, line and cure when one of them can't be changed
   */
  public List<ImageChange> changes(List<Tenant> tenants, PinnedImage wanted) {
    List<ImageChange> changes = new ArrayList<>();
    List<String> problems = new ArrayList<>();
    Optional<String> chart = chartRepository();
    requireAllowed(wanted).ifPresent(problems::add);
    for (Tenant tenant : tenants) {
      try {
        change(tenant, wanted, chart).ifPresent(changes::add);
      } catch (BadValues e) {
        problems.add(String.valueOf(e.getMessage()));
      }
    }
    if (!problems.isEmpty()) {
      throw new BadValues(String.join("\n", problems));
    }
    return List.copyOf(changes);
  }

  private Optional<ImageChange> change(Tenant tenant, PinnedImage wanted, Optional<String> chart) {
    Path file = gitops.resolve(tenant.file());
    String before = read(file);
    ValuesText values = new ValuesText("gitops/" + tenant.file(), before);
    ValuesText.Pin from = values.pin();
    requireRepository(tenant, from.repository().or(() -> chart), wanted);
    String after = values.with(wanted);
    return Optional.of(after)
        .filter(text -> !text.equals(before))
        .map(
            text ->
                new ImageChange(
                    tenant,
                    file,
                    from.toString(),
                    wanted.name().tag() + wanted.digest().map(one -> "@" + one).orElse(""),
                    before,
                    text));
  }

  // The tag of one repository says nothing in another.
  private static void requireRepository(Tenant tenant, Optional<String> found, PinnedImage wanted) {
    if (!found.equals(Optional.of(wanted.name().repository()))) {
      throw new BadValues(
          "gitops/%s: the tenant pulls %s, the promoted image is %s: set image.repository in gitops/%s or in the tenant's file first, or promote an image of that repository."
              .formatted(
                  tenant.file(),
                  found.orElse("an image without a repository"),
                  wanted.name().repository(),
                  CHART));
    }
  }

  // What admission would refuse after the merge; a tree without such a list allows all.
  private Optional<String> requireAllowed(PinnedImage wanted) {
    String repository = wanted.name().repository();
    return Files.exists(gitops.resolve(PLATFORM))
            && values(PLATFORM, "guardrails").get("allowedRepositories") instanceof List<?> allowed
            && allowed.stream().map(String::valueOf).noneMatch(one -> allows(one, repository))
        ? Optional.of(
            "gitops/%s: the cluster admits images of %s, the promoted image is of %s: add it to guardrails.allowedRepositories first, in a commit of its own."
                .formatted(
                    PLATFORM,
                    allowed.stream().map(String::valueOf).collect(Collectors.joining(", ")),
                    repository))
        : Optional.empty();
  }

  // As the policy says it: a slash at the end makes it a folder.
  private static boolean allows(String one, String repository) {
    return one.endsWith("/") ? repository.startsWith(one) : repository.equals(one);
  }

  private Optional<String> chartRepository() {
    return values(CHART, "image").get("repository") instanceof String repository
        ? Optional.of(repository)
        : Optional.empty();
  }

  private Map<?, ?> values(String file, String key) {
    Object values = parsed(file);
    return values instanceof Map<?, ?> all && all.get(key) instanceof Map<?, ?> found
        ? found
        : Map.of();
  }

  private @Nullable Object parsed(String file) {
    String text = read(gitops.resolve(file));
    YamlText.bomb("gitops/" + file, text)
        .ifPresent(
            bad -> {
              throw new BadValues(bad);
            });
    try {
      return new Load(LoadSettings.builder().build()).loadFromString(text);
    } catch (YamlEngineException e) {
      throw new BadValues("gitops/%s: no YAML: %s".formatted(file, e.getMessage()), e);
    }
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (MalformedInputException e) {
      throw new BadValues(file + " is not UTF-8; save it as UTF-8.", e);
    } catch (IOException e) {
      throw new UncheckedIOException(file + " can't be read", e);
    }
  }
}
