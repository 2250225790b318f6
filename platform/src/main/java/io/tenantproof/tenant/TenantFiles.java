package io.tenantproof.tenant;

import io.tenantproof.yaml.YamlText;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The tenants' files of a GitOps tree, checked as Argo CD and the charts will check them, so that a
 * mistake is told with its line before anything is pushed.
 *
 * @param gitops the tree
 */
public record TenantFiles(Path gitops) {

  /**
   * Reads all tenants, sorted by name.
   *
   * @throws BadTenantFile when a file is not a valid tenant's, with file, line, reason and cure of
   *     each problem
   */
  public List<Tenant> read() {
    List<Tenant> tenants = readAny();
    if (tenants.isEmpty()) {
      throw new BadTenantFile(
          List.of(
              "%s holds no tenant; add a file NAME%s."
                  .formatted(gitops.resolve("tenants"), Tenant.FILE_SUFFIX)));
    }
    return tenants;
  }

  /** The same for a tree that may have no tenant yet. */
  List<Tenant> readAny() {
    List<String> problems = new ArrayList<>();
    List<Tenant> tenants = new ArrayList<>();
    Set<String> names = new HashSet<>();
    TenantSchema schema = TenantSchema.of(gitops);
    for (Path file : files()) {
      read(file, schema, problems)
          .ifPresent(
              tenant -> {
                if (names.add(tenant.name())) {
                  tenants.add(tenant);
                } else {
                  problems.add(
                      "%s: the tenant %s has another file; one of them must go."
                          .formatted(shown(file), tenant.name()));
                }
              });
    }
    if (!problems.isEmpty()) {
      throw new BadTenantFile(problems);
    }
    return List.copyOf(tenants);
  }

  private List<Path> files() {
    Path folder = gitops.resolve("tenants");
    try (Stream<Path> all = Files.list(folder)) {
      return all.filter(file -> !file.getFileName().toString().startsWith(".")).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(folder + " can't be read", e);
    }
  }

  private Optional<Tenant> read(Path file, TenantSchema schema, List<String> problems) {
    String name = String.valueOf(file.getFileName());
    if (!name.endsWith(Tenant.FILE_SUFFIX)) {
      problems.add(
          "%s: Argo CD looks for tenants in files called NAME%s; rename it, or move it elsewhere."
              .formatted(shown(file), Tenant.FILE_SUFFIX));
      return Optional.empty();
    }
    return YamlText.read(file, shown(file), problems)
        .flatMap(text -> schema.check(shown(file), name, text, problems));
  }

  private String shown(Path file) {
    return "gitops/" + gitops.relativize(file);
  }
}
