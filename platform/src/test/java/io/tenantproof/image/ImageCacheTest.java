package io.tenantproof.image;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantproof.image.CachedImage.Source;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
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
  void whoBuildsFirstTakesAwayWhatAKilledBuildLeft() throws IOException {
    Path left = Files.createDirectories(cache.scratch().resolve(ImageCache.UNFINISHED + "1/root"));
    Path other = Files.writeString(cache.scratch().resolve("key.tar"), "of somebody else");

    assertThat(cache.<Boolean>alone(() -> Files.exists(left))).isFalse();

    assertThat(left.getParent()).doesNotExist();
    assertThat(other).exists();
  }

  @Test
  void threadsAreAloneOneAfterTheOther() {
    AtomicInteger inside = new AtomicInteger();
    List<CompletableFuture<Integer>> all =
        IntStream.range(0, 8)
            .mapToObj(
                one ->
                    CompletableFuture.supplyAsync(
                        () ->
                            new ImageCache(folder)
                                .alone(
                                    () -> {
                                      int seen = inside.incrementAndGet();
                                      boolean absent = cache.find("key").isEmpty();
                                      inside.decrementAndGet();
                                      return absent ? seen : 0;
                                    }),
                        task -> Thread.ofPlatform().start(task)))
            .toList();

    assertThat(all)
        .allSatisfy(one -> assertThat(one).succeedsWithin(Duration.ofSeconds(10)).isEqualTo(1));
  }

  @Test
  void anotherProcessIsWaitedFor() throws Exception {
    Process other =
        new ProcessBuilder(
                ProcessHandle.current().info().command().orElseThrow(),
                "-cp",
                System.getProperty("java.class.path"),
                LockingProgram.class.getName(),
                folder.toString())
            .redirectErrorStream(true)
            .start();
    try (BufferedReader lines = other.inputReader()) {
      assertThat(lines.readLine()).isEqualTo("alone");
      CompletableFuture<Boolean> here =
          CompletableFuture.supplyAsync(
              () -> cache.alone(other::isAlive), task -> Thread.ofPlatform().start(task));
      assertThat(here).as("while the other is alone").isNotCompleted();
      assertThat(here.completeOnTimeout(true, 300, TimeUnit.MILLISECONDS)).isNotCompleted();

      other.getOutputStream().close();

      assertThat(here).succeedsWithin(Duration.ofSeconds(10));
    } finally {
      other.destroyForcibly();
    }
  }

  @Test
  void aFailureEndsBeingAlone() {
    assertThat(
            org.assertj.core.api.Assertions.catchThrowable(
                () ->
                    cache.alone(
                        () -> {
                          throw new IllegalStateException("work failed");
                        })))
        .hasMessage("work failed");

    assertThat(cache.<String>alone(() -> "next")).isEqualTo("next");
  }

  private CachedImage put(String key, String content) throws IOException {
    Path finished = Files.writeString(cache.scratch().resolve("finished"), content);
    return cache.put(key, HELLO, Source.BUILT, "sha256:1", finished);
  }
}
