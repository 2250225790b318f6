package io.tenantproof.forge;

import java.net.URI;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The forges that are known, each with its own words. */
public enum ForgeKind {
  /** GitHub, and GitHub Enterprise. */
  GITHUB(
      "pull request",
      "GITHUB_TOKEN",
      "GH_TOKEN",
      "x-access-token",
      "/api/v3",
      "contents: write and pull-requests: write, and \"Allow GitHub Actions to create and approve"
          + " pull requests\" in the repository's settings where the token is a workflow's"),
  /** GitLab, of anybody. */
  GITLAB(
      "merge request",
      "GITLAB_TOKEN",
      "GL_TOKEN",
      "oauth2",
      "/api/v4",
      "a project access token of the role Developer with the scopes api and write_repository (a"
          + " job's own token opens no merge request)"),
  /** Gitea and Forgejo. */
  GITEA(
      "pull request",
      "GITEA_TOKEN",
      "GITHUB_TOKEN",
      "oauth2",
      "/api/v1",
      "a token with the scope write:repository of a user who may push");

  private final String request;
  private final String tokenVariable;
  private final String otherVariable;
  private final String user;
  private final String apiPath;
  private final String rights;

  ForgeKind(
      String request,
      String tokenVariable,
      String otherVariable,
      String user,
      String apiPath,
      String rights) {
    this.request = request;
    this.tokenVariable = tokenVariable;
    this.otherVariable = otherVariable;
    this.user = user;
    this.apiPath = apiPath;
    this.rights = rights;
  }

  /**
   * The forge of a repository: the one whose pipeline this is, else the one that the host's name
   * tells.
   */
  public static Optional<ForgeKind> find(Map<String, String> environment, String host) {
    // Gitea's runner says that it is GitHub's, too.
    if (environment.containsKey("GITEA_ACTIONS")) {
      return Optional.of(GITEA);
    }
    if (environment.containsKey("GITHUB_ACTIONS")) {
      return Optional.of(GITHUB);
    }
    if (environment.containsKey("GITLAB_CI")) {
      return Optional.of(GITLAB);
    }
    String name = host.toLowerCase(Locale.ROOT);
    return Stream.of(values())
        .filter(kind -> name.contains(kind.name().toLowerCase(Locale.ROOT)))
        .findFirst()
        .or(
            () ->
                Optional.of(GITEA)
                    .filter(kind -> name.contains("forgejo") || name.equals("codeberg.org")));
  }

  /** What it calls a proposed change. */
  public String request() {
    return request;
  }

  /** The name that goes with a token when git asks for name and password. */
  public String user() {
    return user;
  }

  /** What a token must be allowed to do, for a person to look up. */
  public String rights() {
    return rights;
  }

  /**
   * The token of the environment.
   *
   * @throws ForgeFailed when there is none, naming the variable
   */
  public String token(Map<String, String> environment) {
    return Stream.of(tokenVariable, otherVariable)
        .map(name -> environment.getOrDefault(name, "").strip())
        .filter(value -> !value.isEmpty())
        .findFirst()
        .orElseThrow(
            () ->
                new ForgeFailed(
                    "There is no token to push and to open a %s with: set %s. It needs %s."
                        .formatted(request, tokenVariable, rights)));
  }

  /** Where its API is: where the pipeline says, else on the host itself. */
  public URI api(Map<String, String> environment, String host) {
    String named = this == GITLAB ? "CI_API_V4_URL" : "GITHUB_API_URL";
    return Optional.ofNullable(environment.get(named))
        .filter(value -> !value.isBlank())
        .map(URI::create)
        .orElseGet(
            () ->
                URI.create(
                    host.equals("github.com")
                        ? "https://api.github.com"
                        : "https://" + host + apiPath));
  }
}
