package io.tenantproof.image;

import io.tenantproof.debian.DebianArchive;
import io.tenantproof.debian.DebianPackage;
import io.tenantproof.file.Checksum;
import io.tenantproof.file.Exclusive;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * Which package files a list of package names came to when it was resolved last. Debian replaces
 * files as it mends them, so the answer is kept: the same machine builds the same image until the
 * answer is a month old, and a warm run asks nobody.
 *
 * @param archive where packages come from
 * @param folder where answers are kept
 */
record PackageLists(DebianArchive archive, Path folder) {

  private static final Duration FRESH = Duration.ofDays(30);
  private static final TypeReference<List<DebianPackage>> PACKAGES = new TypeReference<>() {};

  /** The package files, resolved now or within the last month. */
  List<DebianPackage> resolve(List<String> names) {
    Path answer =
        folder.resolve(
            archive.suite()
                + "-"
                + Checksum.of(String.join(" ", names)).substring(0, 16)
                + ".json");
    try {
      return isFresh(answer)
          ? JsonMapper.shared().readValue(answer.toFile(), PACKAGES)
          : new Exclusive(folder.resolve("lists.lock")).run(() -> asked(names, answer));
    } catch (IOException e) {
      throw new UncheckedIOException(answer + " can't be read", e);
    }
  }

  private List<DebianPackage> asked(List<String> names, Path answer) {
    try {
      updateListsOnce();
      List<DebianPackage> packages = archive.resolve(names);
      Files.createDirectories(folder);
      JsonMapper.shared().writeValue(answer.toFile(), packages);
      return packages;
    } catch (IOException e) {
      throw new UncheckedIOException(answer + " can't be written", e);
    }
  }

  // All recipes of a run are resolved against the same lists.
  private void updateListsOnce() throws IOException {
    Path stamp = archive.folder().resolve("updated");
    if (Files.exists(stamp)
        && Files.getLastModifiedTime(stamp)
            .toInstant()
            .isAfter(Instant.now().minus(Duration.ofHours(1)))) {
      return;
    }
    archive.update();
    Files.writeString(stamp, archive.mirror());
  }

  private static boolean isFresh(Path answer) throws IOException {
    return Files.exists(answer)
        && Files.getLastModifiedTime(answer).toInstant().isAfter(Instant.now().minus(FRESH));
  }
}
