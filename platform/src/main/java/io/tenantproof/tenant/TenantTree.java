package io.tenantproof.tenant;

import io.tenantproof.yaml.YamlText;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/**
 * The tenants of a working tree: listed, added and removed as files, each time after all files were
 * checked.
 *
 * @param gitops the tree
 */
public record TenantTree(Path gitops) {

  private static final String CHART = "charts/demo-api/values.yaml";

  /**
   * All tenants, sorted by name.
   *
   * @throws BadTenantFile when a file is not a valid tenant's
   */
  public List<DeclaredTenant> list() {
    return declared(new TenantFiles(gitops).readAny());
  }

  /**
   * Writes a tenant's file.
   *
   * @return what was written
   * @throws BadTenantFile when the tenant is there or can't be; nothing was changed then
   */
  public DeclaredTenant add(NewTenant wanted) {
    Tenant tenant = wanted.tenant();
    // What is said of it in the end is known to be readable before anything is written.
    JsonNode defaults = values(CHART);
    String shown = "gitops/" + tenant.file();
    List<Tenant> there = new TenantFiles(gitops).readAny();
    String text = wanted.text(image(wanted, there));
    List<String> problems = new ArrayList<>();
    TenantSchema.of(gitops)
        .check(shown, tenant.name() + Tenant.FILE_SUFFIX, text, problems)
        .map(good -> gitops.resolve(good.file()))
        .ifPresent(file -> write(file, shown, text, problems));
    if (!problems.isEmpty()) {
      throw new BadTenantFile(problems);
    }
    return declared(tenant, defaults);
  }

  /**
   * Deletes a tenant's file.
   *
   * @return whose
   * @throws NoSuchTenant when there is none of that name
   * @throws BadTenantFile when it is the last one
   */
  public Tenant remove(String name) {
    List<Tenant> there = new TenantFiles(gitops).readAny();
    Tenant tenant = new Tenants(there).named(name);
    if (there.size() == 1) {
      throw new BadTenantFile(
          List.of(
              "gitops/%s is the only tenant's, and a platform has one at least: add another first."
                  .formatted(tenant.file())));
    }
    try {
      Files.delete(gitops.resolve(tenant.file()));
    } catch (IOException e) {
      throw new UncheckedIOException(
          "gitops/%s can't be deleted; see that the working tree can be written to"
              .formatted(tenant.file()),
          e);
    }
    return tenant;
  }

  private static void write(Path file, String shown, String text, List<String> problems) {
    try {
      Files.writeString(file, text, StandardOpenOption.CREATE_NEW);
    } catch (FileAlreadyExistsException e) {
      problems.add(
          "%s is there already: change it, or choose another name. Nothing was changed."
              .formatted(shown));
    } catch (IOException e) {
      removeHalf(file, e);
      throw new UncheckedIOException(
          "%s can't be written; see that the working tree can be written to".formatted(shown), e);
    }
  }

  private static void removeHalf(Path file, IOException reason) {
    try {
      Files.deleteIfExists(file);
    } catch (IOException alsoNot) {
      reason.addSuppressed(alsoNot);
    }
  }

  // What a tenant of the same environment runs was tried there; what another one runs is next best.
  private Map<String, String> image(NewTenant wanted, List<Tenant> there) {
    Optional<JsonNode> other =
        Stream.concat(
                there.stream()
                    .filter(one -> one.environment().equals(wanted.tenant().environment())),
                there.stream())
            .findFirst()
            .map(one -> values(one.file()).path("image"));
    Map<String, String> image = new LinkedHashMap<>();
    other
        .map(one -> one.path("repository").asString(""))
        .filter(repository -> !repository.isEmpty())
        .ifPresent(repository -> image.put("repository", repository));
    if (wanted.tag().isPresent()) {
      image.put("tag", wanted.tag().get());
      return image;
    }
    JsonNode found =
        other.orElseThrow(
            () ->
                new BadTenantFile(
                    List.of(
                        "No tenant is there whose image %s could run too: name one with --tag."
                            .formatted(wanted.tenant().name()))));
    image.put("tag", found.path("tag").asString(""));
    Optional.of(found.path("digest").asString(""))
        .filter(digest -> !digest.isEmpty())
        .ifPresent(digest -> image.put("digest", digest));
    return image;
  }

  private List<DeclaredTenant> declared(List<Tenant> tenants) {
    JsonNode defaults = values(CHART);
    return tenants.stream().map(one -> declared(one, defaults)).toList();
  }

  private DeclaredTenant declared(Tenant tenant, JsonNode defaults) {
    JsonNode own = values(tenant.file());
    String digest = text(own, defaults, "/image/digest");
    return new DeclaredTenant(
        tenant,
        "%s:%s%s"
            .formatted(
                text(own, defaults, "/image/repository"),
                text(own, defaults, "/image/tag"),
                digest.isEmpty() ? "" : "@" + digest),
        own.path("replicaCount").asInt(defaults.path("replicaCount").asInt(0)));
  }

  private static String text(JsonNode own, JsonNode defaults, String path) {
    return own.at(path).asString(defaults.at(path).asString(""));
  }

  private JsonNode values(String file) {
    String shown = "gitops/" + file;
    List<String> problems = new ArrayList<>();
    Optional<JsonNode> found =
        YamlText.read(gitops.resolve(file), shown, problems).map(text -> parsed(shown, text));
    return found.orElseThrow(() -> new BadTenantFile(problems));
  }

  private static JsonNode parsed(String shown, String text) {
    YamlText.bomb(shown, text)
        .ifPresent(
            bad -> {
              throw new BadTenantFile(List.of(bad));
            });
    try {
      return YAMLMapper.shared().readTree(text);
    } catch (JacksonException e) {
      throw new BadTenantFile(List.of("%s: no YAML: %s".formatted(shown, e.getOriginalMessage())));
    }
  }
}
