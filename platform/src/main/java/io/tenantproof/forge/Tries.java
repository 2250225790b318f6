package io.tenantproof.forge;

import io.tenantproof.http.Reply;
import io.tenantproof.http.RequestFailed;
import io.tenantproof.wait.Await;
import io.tenantproof.wait.Expectation;
import io.tenantproof.wait.NotMet;
import io.tenantproof.wait.Outcome;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * The tries of one request: made again after a rate limit that is over soon, and after an answer of
 * trouble or none where asking twice does no harm. For one thread.
 */
final class Tries {

  private static final Duration PAUSE = Duration.ofSeconds(2);

  private final Supplier<Reply> request;
  private final Function<Reply, ForgeFailed> refusal;
  private final boolean repeatable;
  private final Duration patience;
  private final Instant end;
  private Instant next = Instant.MIN;
  private Optional<Reply> answer = Optional.empty();
  private Optional<ForgeFailed> failure = Optional.empty();

  Tries(
      Supplier<Reply> request,
      Function<Reply, ForgeFailed> refusal,
      boolean repeatable,
      Duration patience) {
    this.request = request;
    this.refusal = refusal;
    this.repeatable = repeatable;
    this.patience = patience;
    this.end = Instant.now().plus(patience);
  }

  /**
   * The first answer that is neither a rate limit's nor, where asking twice does no harm, one of
   * trouble.
   *
   * @throws ForgeFailed when there is none in time
   */
  Reply answer() {
    try {
      Await.atMost(patience.plusSeconds(1)).until(new Expectation("the forge answers", this::look));
      return answer.orElseThrow();
    } catch (NotMet e) {
      throw failure.orElseThrow(() -> e);
    }
  }

  private Outcome look() {
    Instant now = Instant.now();
    if (now.isBefore(next)) {
      return new Outcome.Pending("asked again at " + next);
    }
    try {
      Reply reply = request.get();
      Optional<RateLimit> limit = RateLimit.of(reply, now);
      if (limit.isPresent()) {
        return after(limit.get().until(), ForgeFailed.limited(reply, limit.get().until()));
      }
      if (reply.status() >= 500 && repeatable) {
        return after(now.plus(PAUSE), refusal.apply(reply));
      }
      answer = Optional.of(reply);
      return new Outcome.Satisfied("answered " + reply.status());
    } catch (RequestFailed e) {
      ForgeFailed unanswered = ForgeFailed.unanswered(e);
      return after(repeatable ? now.plus(PAUSE) : Instant.MAX, unanswered);
    }
  }

  private Outcome after(Instant time, ForgeFailed why) {
    next = time;
    failure = Optional.of(why);
    return time.isAfter(end)
        ? new Outcome.Failed(String.valueOf(why.getMessage()))
        : new Outcome.Pending(String.valueOf(why.getMessage()));
  }
}
