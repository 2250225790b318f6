package io.tenantproof.forge;

import io.tenantproof.http.Json;
import io.tenantproof.http.Parameters;
import io.tenantproof.http.Reply;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * Pull requests as GitHub (https://docs.github.com/en/rest/pulls/pulls) and Gitea
 * (https://docs.gitea.com/api) have them. Gitea's list knows no filter by branch, so all open ones
 * are looked through.
 */
record PullRequests() implements Dialect {

  // GitHub reads per_page, Gitea limit.
  private static final int PAGE = 50;
  private static final int MOST_PAGES = 40;

  @Override
  public Optional<ChangeRequest> open(ForgeCalls calls, String branch, String base) {
    String owner = calls.repository().split("/", 2)[0];
    for (int page = 1; page <= MOST_PAGES; page++) {
      Reply reply =
          calls.get(
              "look for an open pull request of " + branch,
              "pulls",
              Parameters.NONE
                  .and("state", "open")
                  .and("head", owner + ":" + branch)
                  .and("base", base)
                  .and("per_page", PAGE)
                  .and("limit", PAGE)
                  .and("page", page));
      List<JsonNode> all = Json.elements(Json.of(reply)).toList();
      Optional<ChangeRequest> found =
          all.stream()
              .filter(one -> isOf(one, calls.repository(), branch, base))
              .findFirst()
              .map(this::read);
      if (found.isPresent() || all.isEmpty()) {
        return found;
      }
    }
    return Optional.empty();
  }

  // A fork may have a branch of the same name.
  private static boolean isOf(JsonNode one, String repository, String branch, String base) {
    return Json.text(one.path("head"), "ref").equals(branch)
        && Json.text(one.path("base"), "ref").equals(base)
        && Json.text(one.at("/head/repo"), "full_name").equalsIgnoreCase(repository);
  }

  @Override
  public Reply create(ForgeCalls calls, Proposal proposal) {
    return calls.post(
        "open a pull request for " + proposal.branch(),
        "pulls",
        Json.write(
            Map.of(
                "title", proposal.title(),
                "body", proposal.body(),
                "head", proposal.branch(),
                "base", proposal.base())));
  }

  @Override
  public void update(ForgeCalls calls, ChangeRequest open, Proposal proposal) {
    calls.patch(
        "update the pull request " + open.number(),
        "pulls/" + open.number(),
        Json.write(Map.of("title", proposal.title(), "body", proposal.body())));
  }

  @Override
  public ChangeRequest read(JsonNode one) {
    return new ChangeRequest(one.path("number").asString(), Json.text(one, "html_url"));
  }
}
