package io.tenantproof.forge;

import io.tenantproof.http.Json;
import io.tenantproof.http.Parameters;
import io.tenantproof.http.Reply;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** Merge requests as GitLab has them (https://docs.gitlab.com/api/merge_requests/). */
record MergeRequests() implements Dialect {

  @Override
  public Optional<ChangeRequest> open(ForgeCalls calls, String branch, String base) {
    Reply reply =
        calls.get(
            "look for an open merge request of " + branch,
            "merge_requests",
            Parameters.NONE
                .and("state", "opened")
                .and("source_branch", branch)
                .and("target_branch", base));
    // One from a fork has another source project.
    return Json.elements(Json.of(reply))
        .filter(one -> one.path("source_project_id").equals(one.path("target_project_id")))
        .findFirst()
        .map(this::read);
  }

  @Override
  public Reply create(ForgeCalls calls, Proposal proposal) {
    return calls.post(
        "open a merge request for " + proposal.branch(),
        "merge_requests",
        Json.write(
            Map.of(
                "title", proposal.title(),
                "description", proposal.body(),
                "source_branch", proposal.branch(),
                "target_branch", proposal.base(),
                "remove_source_branch", true)));
  }

  @Override
  public void update(ForgeCalls calls, ChangeRequest open, Proposal proposal) {
    calls.put(
        "update the merge request " + open.number(),
        "merge_requests/" + open.number(),
        Json.write(Map.of("title", proposal.title(), "description", proposal.body())));
  }

  @Override
  public ChangeRequest read(JsonNode one) {
    return new ChangeRequest(one.path("iid").asString(), Json.text(one, "web_url"));
  }
}
