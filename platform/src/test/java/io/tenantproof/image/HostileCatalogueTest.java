package io.tenantproof.image;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tenantproof.image.Catalogue.BadCatalogue;
import io.tenantproof.yaml.HostileTexts;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever a catalogue holds: it is read, or refused by file and reason. */
class HostileCatalogueTest {

  private static final String GOOD =
      """
      toolchain: go1.27.3
      toolchain-sha256: "00"
      debian: {suite: trixie}
      images:
      - name: registry.example/app
        tag: "1"
        licence: MIT
        used-by: tests
        recipe:
          folder: app
          debian: [curl]
          links: {/a: b}
          directories: {/d: {owner: 1, mode: "0755"}}
      - {name: registry.example/other, tag: "2", licence: MIT, used-by: tests}
      """;

  @TempDir private Path folder;

  @Test
  void eachIsReadOrRefused() {
    new HostileTexts(GOOD)
        .eachIsReadOrRefused(
            text -> {
              write(text);
              Catalogue.read(folder);
            },
            BadCatalogue.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"../outside", "/etc", "app/../../x", "\"\""})
  void aRecipeStaysInItsFolder(String name) {
    write(GOOD.replace("folder: app", "folder: " + name).getBytes(StandardCharsets.UTF_8));

    assertThatThrownBy(() -> Catalogue.read(folder))
        .isInstanceOf(BadCatalogue.class)
        .hasMessageContaining("catalogue.yaml: line 5: ")
        .hasMessageContaining("folder");
  }

  private void write(byte[] text) {
    try {
      Files.write(folder.resolve("catalogue.yaml"), text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
