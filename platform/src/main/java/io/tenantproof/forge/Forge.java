package io.tenantproof.forge;

import io.tenantproof.http.HttpApi;
import io.tenantproof.http.Json;
import io.tenantproof.http.Reply;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/**
 * A repository on a forge, where changes are proposed.
 *
 * @param calls to its API
 * @param dialect that it speaks
 */
public record Forge(ForgeCalls calls, Dialect dialect) {

  /**
   * The forge of a repository.
   *
   * @param api base address of its API
   * @param repository owner and name, as in {@code tenantproof/kit}
   * @param token never printed
   * @param patience how long one request may take with all its tries
   */
  public static Forge at(
      ForgeKind kind, URI api, String repository, String token, Duration patience) {
    String base = api.toString().replaceFirst("/+$", "");
    return switch (kind) {
      case GITHUB ->
          of(
              kind,
              base + "/repos/" + repository,
              Map.of(
                  "Authorization", "Bearer " + token,
                  "Accept", "application/vnd.github+json",
                  "X-GitHub-Api-Version", "2022-11-28"),
              repository,
              patience);
      case GITEA ->
          of(
              kind,
              base + "/repos/" + repository,
              Map.of("Authorization", "token " + token),
              repository,
              patience);
      case GITLAB ->
          of(
              kind,
              base + "/projects/" + URLEncoder.encode(repository, StandardCharsets.UTF_8),
              Map.of("PRIVATE-TOKEN", token),
              repository,
              patience);
    };
  }

  private static Forge of(
      ForgeKind kind,
      String base,
      Map<String, String> headers,
      String repository,
      Duration patience) {
    HttpApi api = new HttpApi(URI.create(base), headers);
    return new Forge(
        new ForgeCalls(api, kind, repository, patience),
        kind == ForgeKind.GITLAB ? new MergeRequests() : new PullRequests());
  }

  /** What a request is called here. */
  public String request() {
    return calls.kind().request();
  }

  /** The request of a branch that is open for another branch; empty where there is none. */
  public Optional<ChangeRequest> open(String branch, String base) {
    return dialect.open(calls, branch, base);
  }

  /**
   * Makes sure that the proposal is open once: makes a request, or brings the one that is open to
   * what is proposed now.
   *
   * @throws ForgeFailed when neither can be done, with the cure
   */
  public ChangeRequest propose(Proposal proposal) {
    Optional<ChangeRequest> open = open(proposal.branch(), proposal.base());
    if (open.isPresent()) {
      dialect.update(calls, open.get(), proposal);
      return open.get();
    }
    try {
      Reply reply = dialect.create(calls, proposal);
      return dialect.read(Json.of(calls.good(reply)));
    } catch (ForgeFailed refused) {
      return opened(proposal, refused);
    }
  }

  // An answer may be lost though the request was made, and somebody else may have made it.
  private ChangeRequest opened(Proposal proposal, ForgeFailed refused) {
    try {
      return open(proposal.branch(), proposal.base())
          .map(
              found -> {
                dialect.update(calls, found, proposal);
                return found;
              })
          .orElseThrow(() -> refused);
    } catch (ForgeFailed again) {
      if (again != refused) {
        refused.addSuppressed(again);
      }
      throw refused;
    }
  }
}
