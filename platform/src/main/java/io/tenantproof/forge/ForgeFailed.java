package io.tenantproof.forge;

import io.tenantproof.http.Reply;
import io.tenantproof.http.RequestFailed;
import java.time.Instant;

/** A forge refused, or could not be reached; what to do about it is said. */
public final class ForgeFailed extends RuntimeException {
  private static final long serialVersionUID = 1L;
  private static final int LONGEST = 300;

  ForgeFailed(String message) {
    super(message);
  }

  private ForgeFailed(String message, Throwable cause) {
    super(message, cause);
  }

  /** Nothing answered. */
  static ForgeFailed unanswered(RequestFailed failure) {
    return new ForgeFailed(
        failure.getMessage()
            + "\nCheck that the forge can be reached from here, or name its API with --forge-api.",
        failure);
  }

  /** Too much was asked of it for now. */
  static ForgeFailed limited(Reply reply, Instant until) {
    return new ForgeFailed(
        "%s: the forge takes no more requests before %s (rate limit). Run it again then."
            .formatted(reply.asked(), until));
  }

  /** It answered, and not well. */
  static ForgeFailed answered(ForgeKind kind, String repository, Reply reply) {
    String cure =
        switch (reply.status()) {
          case 401 ->
              "The token is not valid or has run out; make a new one. It needs "
                  + kind.rights()
                  + ".";
          case 403 -> "The token may not do that. It needs " + kind.rights() + ".";
          case 404 ->
              "Either there is no repository %s there, or the token can't see it; name another with --repository."
                  .formatted(repository);
          case 409 ->
              "It does not fit to what is there: look at the open %ss of the branch, and run it again."
                  .formatted(kind.request());
          case 422 -> "It can't be so: see what the forge says above.";
          default ->
              reply.status() >= 500
                  ? "The forge is in trouble; run it again later."
                  : "This answer is not known; check that --forge names the right kind.";
        };
    return new ForgeFailed(
        "%s: expected a good answer, got %d from %s: %s\n%s"
            .formatted(reply.asked(), reply.status(), reply.uri(), told(reply.body()), cure));
  }

  // Of a page for people the first words are enough.
  private static String told(String body) {
    String line = body.strip().replaceAll("\\s+", " ");
    if (line.isEmpty()) {
      return "nothing";
    }
    return line.length() <= LONGEST ? line : line.substring(0, LONGEST) + "…";
  }
}
