package io.tenantproof.forge;

import io.tenantproof.http.Reply;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** How a forge is spoken to about requests. */
sealed interface Dialect permits PullRequests, MergeRequests {

  /** The open request of a branch of the repository itself. */
  Optional<ChangeRequest> open(ForgeCalls calls, String branch, String base);

  /** Asks for a new request; the answer may be any. */
  Reply create(ForgeCalls calls, Proposal proposal);

  /** Brings an open request to what is proposed now. */
  void update(ForgeCalls calls, ChangeRequest open, Proposal proposal);

  /** A request as an answer describes it. */
  ChangeRequest read(JsonNode one);
}
