package io.tenantproof.image;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantproof.image.CachedImage.Source;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ImageCacheTest {

  private static final ImageName HELLO = new ImageName("example.org/hello", "1.0");

  @TempDir private Path folder;
  private ImageCache cache;

  @BeforeEach
  void anEmptyCache() {
    cache = new ImageCache(folder);
  }

  @Test
  void whatWasPutIsFound() throws IOException {
    CachedImage put = put("key", "content");

    assertThat(new ImageCache(folder).find("key")).contains(put);
    assertThat(put.image()).isEqualTo(HELLO);
    assertThat(put.source()).isEqualTo(Source.BUILT);
    assertThat(put.id()).isEqualTo("sha256:1");
    assertThat(put.archive()).hasContent("content");
    assertThat(put.bytes()).isEqualTo("content".length());
    assertThat(cache.find("another")).isEmpty();
  }

  @Test
  void theFinishedFileIsMovedAndNothingIsLeftBeside() throws IOException {
    put("key", "content");

    assertThat(cache.scratch()).isEmptyDirectory();
  }

  @Test
  void whatAKilledRunLeftIsNotFound() throws IOException {
    Files.writeString(cache.scratch().resolve("key.tar"), "half");
    assertThat(cache.find("key")).as("in the scratch folder").isEmpty();

    CachedImage put = put("key", "content");
    Path note = put.archive().resolveSibling("key.json");
    Files.delete(note);
    assertThat(cache.find("key")).as("an archive without its note").isEmpty();

    put("key", "content again");
    assertThat(cache.find("key")).map(CachedImage::bytes).contains((long) "content again".length());
    Files.delete(put.archive());
    assertThat(cache.find("key")).as("a note without its archive").isEmpty();
  }

  @Test
  void whoBuildsTakesAwayWhatKilledBuildsLeft() throws IOException {
    Path left = Files.createDirectories(cache.unfinished("key").resolve("root"));
    Path ofAnother = cache.unfinished("another");
    Path other = Files.writeString(cache.scratch().resolve("key.tar"), "of somebody else");

    assertThat(cache.<Boolean>alone("key", () -> Files.exists(left))).isFalse();

    assertThat(left.getParent()).doesNotExist();
    assertThat(ofAnother).doesNotExist();
    assertThat(other).exists();
  }

  @Test
  void whatIsBeingMadeIsLeftAlone() {
    Boolean there =
        cache.<Boolean>alone(
            "key",
            () -> {
              Path mine = cache.unfinished("key");
              CompletableFuture<String> elsewhere =
                  CompletableFuture.supplyAsync(
                      () -> cache.alone("another", () -> "done"),
                      task -> Thread.ofPlatform().start(task));
              assertThat(elsewhere).succeedsWithin(Duration.ofSeconds(10));
              return Files.exists(mine);
            });

    assertThat(there).isTrue();
  }

  private CachedImage put(String key, String content) throws IOException {
    Path finished = Files.writeString(cache.scratch().resolve("finished"), content);
    return cache.put(key, HELLO, Source.BUILT, "sha256:1", finished);
  }
}
