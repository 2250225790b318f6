package io.tenantproof.forge;

import io.tenantproof.http.Reply;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

/**
 * That a forge takes no more requests for now.
 *
 * @param until when it does again
 */
record RateLimit(Instant until) {

  private static final int FORBIDDEN = 403;
  private static final int TOO_MANY = 429;

  // Where the forge does not say how long.
  private static final Duration UNSAID = Duration.ofSeconds(5);

  /** The limit that an answer tells of; GitHub says 403 for it, too. */
  static Optional<RateLimit> of(Reply reply, Instant now) {
    boolean limited =
        reply.status() == TOO_MANY
            || (reply.status() == FORBIDDEN
                && (reply.header("Retry-After").isPresent()
                    || reply.header("X-RateLimit-Remaining").orElse("").equals("0")));
    return limited
        ? Optional.of(
            new RateLimit(
                reply
                    .header("Retry-After")
                    .flatMap(value -> after(value, now))
                    .or(() -> reply.header("X-RateLimit-Reset").flatMap(RateLimit::at))
                    .or(() -> reply.header("RateLimit-Reset").flatMap(RateLimit::at))
                    .orElse(now.plus(UNSAID))))
        : Optional.empty();
  }

  private static Optional<Instant> after(String value, Instant now) {
    try {
      return Optional.of(
          value.strip().matches("[0-9]{1,9}")
              ? now.plusSeconds(Long.parseLong(value.strip()))
              : ZonedDateTime.parse(value, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant());
    } catch (DateTimeException unreadable) {
      return Optional.empty();
    }
  }

  private static Optional<Instant> at(String seconds) {
    return Optional.of(seconds.strip())
        .filter(text -> text.matches("[0-9]{1,12}"))
        .map(text -> Instant.ofEpochSecond(Long.parseLong(text)));
  }
}
