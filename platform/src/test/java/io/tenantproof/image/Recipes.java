package io.tenantproof.image;

import io.tenantproof.debian.DebianArchive;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A folder with a catalogue of one small image, {@code example.org/hello:1.0}, that is built from
 * files alone.
 *
 * @param folder where it is
 */
record Recipes(Path folder) {

  static final String HELLO =
      """
      toolchain: go1.27.3
      toolchain-sha256: abc
      debian: {suite: trixie}
      images:
      - name: example.org/hello
        tag: "1.0"
        licence: Apache-2.0
        used-by: this test
        recipe:
          folder: hello
          links: {/usr/bin/hi: hello}
          directories: {/data: {owner: 999, mode: "0700"}}
          users: {hello: 999}
          environment: {B: "2", A: "1"}
          entrypoint: [/usr/bin/hello]
          user: "999"
          volumes: [/data]
          ports: [8080/tcp]
      """;

  static Recipes in(Path folder) {
    Recipes recipes = new Recipes(folder);
    recipes.catalogue(HELLO);
    recipes.write("hello/rootfs/usr/bin/hello", "#!/bin/sh\n");
    return recipes;
  }

  Recipes catalogue(String text) {
    write("catalogue.yaml", text);
    return this;
  }

  Path write(String name, String text) {
    try {
      Path file = folder.resolve(name);
      Files.createDirectories(file.getParent());
      return Files.writeString(file, text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A builder over the catalogue as it is now. */
  ImageBuilder builder(Path cache) {
    Catalogue catalogue = Catalogue.read(folder);
    DebianArchive none = new DebianArchive("http://127.0.0.1:1", "trixie", cache.resolve("debian"));
    return new ImageBuilder(
        catalogue,
        folder,
        new GoBuild(GoToolchain.of("go0", "", cache), cache, new GoTurns(1)),
        none,
        new PackageLists(none, cache),
        new ImageCache(cache));
  }

  /** The key of the only image. */
  String key() {
    CatalogueEntry entry = entry();
    return builder(folder.resolve("no-cache")).key(entry, entry.buildable().orElseThrow());
  }

  CatalogueEntry entry() {
    return Catalogue.read(folder).images().getFirst();
  }
}
