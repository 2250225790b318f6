package io.tenantproof.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.tenantproof.file.FileTree;
import io.tenantproof.image.Catalogue.BadCatalogue;
import io.tenantproof.image.CatalogueEntry.Role;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CatalogueTest {

  @TempDir private Path folder;

  @Test
  void theKitsOwnIsValid() {
    Path own = Path.of("images");

    Catalogue catalogue = Catalogue.read(own);

    assertThat(catalogue.of(Role.NODE))
        .as("node images, the last of which can be had without a registry")
        .last()
        .matches(node -> node.buildable().isPresent());
    assertThat(catalogue.of(Role.PLATFORM)).isNotEmpty();
    assertThat(catalogue.toolchain()).matches("go1\\.\\d+\\.\\d+");
    assertThat(catalogue.toolchainChecksum()).matches("[0-9a-f]{64}");
  }

  @Test
  void everyNeedOfAPlatformCanBeMetWithoutARegistryOrLeftOut() {
    assertThat(Catalogue.read(Path.of("images")).needs(Role.PLATFORM))
        .isNotEmpty()
        .allSatisfy(
            need ->
                assertThat(
                        need.optional()
                            || need.images().stream().anyMatch(one -> one.buildable().isPresent()))
                    .as(need.name())
                    .isTrue());
  }

  @Test
  void aToolOfASpecOrABenchmarkCanBeBuiltAndIsLoadedIntoNoNode() {
    Catalogue catalogue = Catalogue.read(Path.of("images"));

    assertThat(catalogue.of(Role.TEST))
        .extracting(CatalogueEntry::name)
        .containsExactlyInAnyOrder(
            "ghcr.io/tenantproof/registry",
            "ghcr.io/tenantproof/gitea",
            "stefanprodan/podinfo",
            "ghcr.io/tenantproof/wrk",
            "mfenwick100/cyclonus",
            "registry.k8s.io/e2e-test-images/agnhost");
    assertThat(catalogue.of(Role.TEST)).allMatch(entry -> entry.buildable().isPresent());
    assertThat(List.of(Role.PLATFORM, Role.SYSTEM))
        .flatExtracting(catalogue::needs)
        .flatExtracting(Need::images)
        .isNotEmpty()
        .doesNotContainAnyElementsOf(catalogue.of(Role.TEST));
  }

  @Test
  void aServerWhoseLicenceDoesNotAllowItIsNotBuilt() {
    assertThat(Catalogue.read(Path.of("images")).images())
        .filteredOn(entry -> entry.licence().startsWith("AGPL"))
        .isNotEmpty()
        .allSatisfy(entry -> assertThat(entry.buildable()).as(entry.name()).isEmpty());
  }

  @Test
  void everySumsFileLiesBesideItsModule() {
    assertThat(new FileTree(Path.of("images")).files())
        .filteredOn(file -> file.endsWith("go.mod"))
        .filteredOn(file -> !file.endsWith("pause/go.mod"))
        .isNotEmpty()
        .allSatisfy(module -> assertThat(module.resolveSibling("go.sum")).isRegularFile());
  }

  @Test
  void whatIsAbsentHasItsDefault() {
    CatalogueEntry entry = Recipes.in(folder).entry();

    assertThat(entry.role()).isEqualTo(Role.PLATFORM);
    assertThat(entry.need()).isEqualTo("example.org/hello:1.0");
    assertThat(entry.canBeLeftOut()).isFalse();
    assertThat(entry.reference()).isEqualTo("example.org/hello:1.0");
    assertThat(entry.buildable().orElseThrow().workingDirectory()).isEqualTo("/");
    assertThat(entry.buildable().orElseThrow().go()).isEmpty();
  }

  @Test
  void aKnownDigestIsWhatARegistryIsAskedFor() {
    CatalogueEntry entry =
        Recipes.in(folder)
            .catalogue(
                Recipes.HELLO.replace("  tag: \"1.0\"", "  tag: \"1.0\"\n  digest: sha256:aa"))
            .entry();

    assertThat(entry.reference()).isEqualTo("example.org/hello@sha256:aa");
  }

  // What is replaced, by what, the line of the fault, and a word of the reason.
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "licence:      | licenze:        | 5  | no licence",
        "links: {      | link: {         | 11 | link",
        "[/usr/bin/hello] | /usr/bin/hello | 15 | ArrayList",
        "owner: 999    | owner: root     | 12 | root",
        "suite: trixie | sweet: trixie   | 3  | sweet",
        "used-by: this test | role: boss     | 8  | boss",
      })
  void aFaultIsRefusedWithFileLineAndReason(String good, String bad, int line, String reason) {
    Recipes recipes = Recipes.in(folder).catalogue(Recipes.HELLO.replace(good, bad));

    assertThatExceptionOfType(BadCatalogue.class)
        .isThrownBy(recipes::entry)
        .withMessageStartingWith("%s: line %d: ", folder.resolve("catalogue.yaml"), line)
        .withMessageContaining(reason);
  }

  @Test
  void aTextThatIsNoYamlIsRefusedWithThePlace() {
    Recipes recipes = Recipes.in(folder).catalogue(Recipes.HELLO.replace("images:", "images: ["));

    assertThatExceptionOfType(BadCatalogue.class)
        .isThrownBy(recipes::entry)
        .withMessageStartingWith(folder.resolve("catalogue.yaml") + ": ")
        .withMessageContaining("line 5");
  }

  @Test
  void anImageThatIsListedTwiceIsRefused() {
    String entry = Recipes.HELLO.substring(Recipes.HELLO.indexOf("- name"));
    Recipes recipes = Recipes.in(folder).catalogue(Recipes.HELLO + entry);

    assertThatExceptionOfType(BadCatalogue.class)
        .isThrownBy(recipes::entry)
        .withMessage(
            "%s: line 19: example.org/hello:1.0 is image 1 already.",
            folder.resolve("catalogue.yaml"));
  }

  @ParameterizedTest
  @CsvSource({
    "'  tag: \"1.0\"\n', '', has no tag",
    "example.org/hello, Example/Hello, is no image name",
  })
  void anImageWithoutAProperNameIsRefused(String good, String bad, String reason) {
    Recipes recipes = Recipes.in(folder).catalogue(Recipes.HELLO.replace(good, bad));

    assertThatExceptionOfType(BadCatalogue.class)
        .isThrownBy(recipes::entry)
        .withMessageStartingWith(folder.resolve("catalogue.yaml").toString())
        .withMessageContaining(reason);
  }

  @Test
  void aModuleThatIsNotThereIsRefused() {
    Recipes recipes =
        Recipes.in(folder)
            .catalogue(
                Recipes.HELLO.replace(
                    "folder: hello", "folder: hello\n    go: [{package: ., output: /hello}]"));

    assertThatExceptionOfType(BadCatalogue.class)
        .isThrownBy(recipes::entry)
        .withMessageContaining("%s is missing", folder.resolve("hello/go.mod"));

    recipes.write("hello/go.mod", "module hello\n");
    assertThat(recipes.entry().buildable().orElseThrow().go()).hasSize(1);
  }

  @Test
  void aCatalogueThatIsNotThereIsNamed() {
    Path file = folder.resolve("catalogue.yaml");
    assertThat(Files.exists(file)).isFalse();

    assertThatExceptionOfType(BadCatalogue.class)
        .isThrownBy(() -> Catalogue.read(folder))
        .withMessageStartingWith(file.toString());
  }
}
