package io.tenantproof.delivery;

import io.tenantproof.image.PinnedImage;
import io.tenantproof.tenant.Tenant;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/**
 * The images that the tenants' files of a GitOps tree name.
 *
 * @param gitops the tree
 */
public record TenantImages(Path gitops) {

  private static final String CHART = "charts/demo-api/values.yaml";

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

  private Optional<String> chartRepository() {
    Object values =
        new Load(LoadSettings.builder().build()).loadFromString(read(gitops.resolve(CHART)));
    return values instanceof Map<?, ?> all
            && all.get("image") instanceof Map<?, ?> image
            && image.get("repository") instanceof String repository
        ? Optional.of(repository)
        : Optional.empty();
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
