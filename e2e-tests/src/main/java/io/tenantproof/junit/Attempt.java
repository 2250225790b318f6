package io.tenantproof.junit;

import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * The one attempt of a run to bring up its platform. A failure is kept: the next spec would wait
 * for minutes to see it again.
 *
 * @param platform that came up
 * @param failure why none did
 * @param end ends the platform
 */
record Attempt<P>(Optional<P> platform, Optional<Throwable> failure, Consumer<P> end)
    implements AutoCloseable {

  static <P> Attempt<P> of(Supplier<P> start, Consumer<P> end) {
    try {
      return new Attempt<>(Optional.of(start.get()), Optional.empty(), end);
    } catch (RuntimeException | Error e) {
      return new Attempt<>(Optional.empty(), Optional.of(e), end);
    }
  }

  /**
   * The platform.
   *
   * @throws IllegalStateException with the reason when it did not come up
   */
  P required() {
    return platform.orElseThrow(
        () ->
            new IllegalStateException(
                "The platform of this run did not come up, and is not tried again: "
                    + failure.map(Throwable::getMessage).orElse(""),
                failure.orElse(null)));
  }

  @Override
  public void close() {
    platform.ifPresent(end);
  }
}
