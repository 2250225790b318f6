package io.tenantproof.image;

import io.tenantproof.file.Exclusive;
import io.tenantproof.file.FileTree;
import io.tenantproof.image.CachedImage.Source;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import java.util.function.Supplier;
import tools.jackson.databind.json.JsonMapper;

/**
 * Images as files, each under a key that names its content. An image is there whole or not at all:
 * it is written beside and moved into place.
 *
 * @param folder the kit's cache folder
 */
record ImageCache(Path folder) {

  /** How the names of folders of unfinished images begin. */
  static final String UNFINISHED = "image-";

  /** What is kept beside an archive. */
  private record Note(String image, Source source, String id) {}

  /** Whether no image is there at all. */
  boolean isEmpty() {
    return new FileTree(folder.resolve("images")).files().isEmpty();
  }

  /** The image of a key, where it is there. */
  Optional<CachedImage> find(String key) {
    Path archive = archive(key);
    Path note = note(key);
    try {
      if (!Files.exists(archive) || !Files.exists(note)) {
        return Optional.empty();
      }
      Note read = JsonMapper.shared().readValue(note.toFile(), Note.class);
      return Optional.of(
          new CachedImage(
              ImageName.parse(read.image()),
              read.source(),
              read.id(),
              archive,
              Files.size(archive)));
    } catch (IOException e) {
      throw new UncheckedIOException(archive + " can't be read", e);
    }
  }

  /** Puts a finished archive under a key; the file is moved. */
  CachedImage put(String key, ImageName image, Source source, String id, Path finished) {
    try {
      Files.createDirectories(archive(key).getParent());
      Path written = Files.createTempFile(scratch(), key, ".json");
      JsonMapper.shared().writeValue(written.toFile(), new Note(image.toString(), source, id));
      Files.move(finished, archive(key), StandardCopyOption.ATOMIC_MOVE);
      Files.move(written, note(key), StandardCopyOption.ATOMIC_MOVE);
      return find(key).orElseThrow();
    } catch (IOException e) {
      throw new UncheckedIOException(image + " can't be put into " + folder, e);
    }
  }

  /** A folder for unfinished work; what a killed run left there is never used. */
  Path scratch() {
    try {
      return Files.createDirectories(folder.resolve("scratch"));
    } catch (IOException e) {
      throw new UncheckedIOException(folder + " can't be written", e);
    }
  }

  /** Does work on an image that nobody else on this machine may do at the same time. */
  <T> T alone(String key, Supplier<T> work) {
    removeLeftovers();
    return exclusive(key).run(work);
  }

  /** A folder for an image that is being made, to be taken away by who makes it. */
  Path unfinished(String key) {
    try {
      return Files.createTempDirectory(scratch(), UNFINISHED + key + "-");
    } catch (IOException e) {
      throw new UncheckedIOException(folder + " can't be written", e);
    }
  }

  // What lies there though nobody is at work on it was left by a run that was killed.
  private void removeLeftovers() {
    try (DirectoryStream<Path> left = Files.newDirectoryStream(scratch(), UNFINISHED + "*")) {
      for (Path one : left) {
        String key = one.getFileName().toString().replaceFirst("^" + UNFINISHED, "");
        exclusive(key.replaceFirst("-.*$", "")).runIfFree(() -> new FileTree(one).delete());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(folder + " can't be read", e);
    }
  }

  private Exclusive exclusive(String key) {
    return new Exclusive(folder.resolve("locks").resolve(key));
  }

  private Path archive(String key) {
    return folder.resolve("images").resolve(key + ".tar");
  }

  private Path note(String key) {
    return folder.resolve("images").resolve(key + ".json");
  }
}
