package io.tenantproof.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.tenantproof.image.Catalogue.BadCatalogue;
import io.tenantproof.image.CatalogueEntry.Role;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CatalogueNeedsTest {

  @TempDir private Path folder;

  @Test
  void imagesForOneNeedAreInTheFilesOrder() {
    twoFor("for: greeting", "for: greeting");

    List<Need> needs = Catalogue.read(folder).needs(Role.PLATFORM);

    assertThat(needs).extracting(Need::name).containsExactly("greeting");
    assertThat(needs.getFirst().images())
        .extracting(CatalogueEntry::tag)
        .containsExactly("1.0", "2.0");
    assertThat(needs.getFirst().optional()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"optional: true", "role: system"})
  void imagesForOneNeedThatDisagreeAreRefused(String other) {
    twoFor("for: greeting", "for: greeting\n  " + other);

    assertThatExceptionOfType(BadCatalogue.class)
        .isThrownBy(() -> Catalogue.read(folder))
        .withMessage(
            "%s: line 20: example.org/hello:1.0 and example.org/hello:2.0 are for greeting, but"
                + " differ in role or optional.",
            folder.resolve("catalogue.yaml"));
  }

  private void twoFor(String first, String second) {
    String entry = Recipes.HELLO.substring(Recipes.HELLO.indexOf("- name"));
    Recipes.in(folder)
        .catalogue(
            Recipes.HELLO.replace("  recipe:", "  %s\n  recipe:".formatted(first))
                + entry
                    .replace("\"1.0\"", "\"2.0\"")
                    .replace("  recipe:", "  %s\n  recipe:".formatted(second)));
  }
}
