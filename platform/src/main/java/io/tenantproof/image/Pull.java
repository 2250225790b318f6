package io.tenantproof.image;

import com.github.dockerjava.api.async.ResultCallback;
import com.github.dockerjava.api.exception.DockerException;
import com.github.dockerjava.api.model.PullResponseItem;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A pull that goes on in the container engine.
 *
 * <p>It waits by itself: the library's own wait with a deadline ends the pull when the deadline has
 * passed (https://github.com/docker-java/docker-java, ResultCallbackTemplate).
 */
final class Pull extends ResultCallback.Adapter<PullResponseItem> {

  // A registry that says nothing for as long as SILENCE has stalled.
  private static final Duration LONGEST = Duration.ofMinutes(30);
  private static final Duration SILENCE = Duration.ofMinutes(1);

  private final Consumer<String> detail;
  private final CountDownLatch ended = new CountDownLatch(1);
  private final AtomicReference<Instant> lastWord = new AtomicReference<>(Instant.now());
  private final AtomicReference<@Nullable String> refusal = new AtomicReference<>();

  /** A pull whose words are told to somebody. */
  Pull(Consumer<String> detail) {
    this.detail = detail;
  }

  @Override
  public void onNext(PullResponseItem item) {
    lastWord.set(Instant.now());
    if (item.getErrorDetail() != null) {
      refusal.set(item.getErrorDetail().getMessage());
    } else {
      detail.accept("pulling: " + item.getStatus());
    }
  }

  @Override
  public void onError(Throwable failure) {
    if (failure instanceof DockerException) {
      super.onError(failure);
    } else {
      // The way to the engine broke. The library would throw this as it is, be it checked or not.
      refusal.set("the engine ended the pull (%s)".formatted(failure.getMessage()));
      super.onComplete();
    }
    ended.countDown();
  }

  @Override
  public void onComplete() {
    super.onComplete();
    ended.countDown();
  }

  /**
   * Waits until the image is there.
   *
   * @throws ImageUnavailable when it is refused, breaks off, or nothing comes for a minute
   * @throws com.github.dockerjava.api.exception.DockerException when the engine refuses to ask
   */
  void await(String registry) throws InterruptedException {
    Instant end = Instant.now().plus(LONGEST);
    while (!ended.await(1, TimeUnit.SECONDS)) {
      Instant now = Instant.now();
      if (now.isAfter(end) || now.isAfter(lastWord.get().plus(SILENCE))) {
        throw new ImageUnavailable(
            "%s stalled: nothing came for %d s"
                .formatted(registry, Duration.between(lastWord.get(), now).toSeconds()));
      }
    }
    // It has ended: this throws what the engine said, or returns at once.
    awaitCompletion();
    if (refusal.get() != null) {
      throw new ImageUnavailable(
          "%s broke off: %s".formatted(registry, Objects.requireNonNull(refusal.get())));
    }
  }
}
