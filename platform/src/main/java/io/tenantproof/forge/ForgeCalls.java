package io.tenantproof.forge;

import io.tenantproof.http.HttpApi;
import io.tenantproof.http.Parameters;
import io.tenantproof.http.Reply;
import java.time.Duration;
import java.util.function.Supplier;

/**
 * Requests to a forge. Its answers are good ones, or a failure that says what to do.
 *
 * @param api of the forge, with the token
 * @param kind of forge
 * @param repository owner and name
 * @param patience how long one request may take with all its tries
 */
record ForgeCalls(HttpApi api, ForgeKind kind, String repository, Duration patience) {

  /** Asks. */
  Reply get(String asked, String path, Parameters parameters) {
    return good(tries(true, () -> api.get(asked, path, parameters)));
  }

  /** Makes something new: it is sent once, whatever becomes of it, and the answer may be any. */
  Reply post(String asked, String path, String json) {
    return tries(false, () -> api.post(asked, path, json));
  }

  /** Changes what is there. */
  Reply patch(String asked, String path, String json) {
    return good(tries(true, () -> api.patch(asked, path, json)));
  }

  /** Changes what is there, in the words of GitLab. */
  Reply put(String asked, String path, String json) {
    return good(tries(true, () -> api.put(asked, path, json)));
  }

  /** The answer itself, where it is good. */
  Reply good(Reply reply) {
    if (!reply.good()) {
      throw refusal(reply);
    }
    return reply;
  }

  private Reply tries(boolean repeatable, Supplier<Reply> request) {
    return new Tries(request, this::refusal, repeatable, patience).answer();
  }

  private ForgeFailed refusal(Reply reply) {
    return ForgeFailed.answered(kind, repository, reply);
  }
}
