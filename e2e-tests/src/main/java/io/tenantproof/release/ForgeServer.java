package io.tenantproof.release;

import io.tenantproof.engine.ContainerEngine;
import io.tenantproof.git.Credentials;
import io.tenantproof.http.HttpApi;
import io.tenantproof.http.Json;
import io.tenantproof.http.Parameters;
import io.tenantproof.http.Reply;
import io.tenantproof.platform.Kit;
import io.tenantproof.wait.Await;
import io.tenantproof.wait.Expectation;
import io.tenantproof.wait.Outcome;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.testcontainers.containers.Container.ExecResult;

/**
 * A Gitea with one repository: the pipeline proposes, a person merges.
 *
 * @param tool its container
 * @param promoter the pipeline's token
 * @param owner the token of the person who owns the repository
 */
record ForgeServer(ToolContainer tool, String promoter, String owner) implements AutoCloseable {

  /** Who proposes. */
  static final String PROMOTER = "pipeline";

  /** Who merges. */
  static final String OWNER = "reviewer";

  private static final Duration LOOKED_AT = Duration.ofSeconds(30);
  private static final int NOT_YET = 405;
  private static final String REPOSITORY = OWNER + "/platform";

  static ForgeServer start(Kit kit, ContainerEngine engine) {
    ToolContainer tool =
        ToolContainer.start(kit, engine, "ghcr.io/tenantproof/gitea", 3000, "/api/v1/version");
    try {
      ForgeServer forge = new ForgeServer(tool, token(tool, PROMOTER), token(tool, OWNER));
      forge
          .api(forge.owner())
          .post(
              "make the repository",
              "user/repos",
              Json.write(Map.of("name", "platform", "default_branch", "main", "private", true)))
          .required();
      forge
          .api(forge.owner())
          .put(
              "let the pipeline write",
              "repos/%s/collaborators/%s".formatted(REPOSITORY, PROMOTER),
              Json.write(Map.of("permission", "write")))
          .required();
      return forge;
    } catch (RuntimeException e) {
      tool.close();
      throw e;
    }
  }

  /** The repository's address, without a name or a password. */
  URI repository() {
    return URI.create("http://%s/%s.git".formatted(tool.here(), REPOSITORY));
  }

  /** The base address of its API. */
  URI address() {
    return URI.create("http://%s/api/v1".formatted(tool.here()));
  }

  /** How git is told who the owner is. */
  Credentials credentials() {
    return new Credentials("oauth2", owner);
  }

  /**
   * Merges a pull request as the owner would by its page. The forge answers 405 while it looks at
   * the request, which it does again whenever one of the two branches has moved, and has changed
   * nothing then (https://docs.gitea.com/api/, {@code repoMergePullRequest}).
   */
  void merge(int number) {
    Await.atMost(LOOKED_AT)
        .until(
            new Expectation(
                "the forge merges the pull request %d".formatted(number), () -> merged(number)));
  }

  private Outcome merged(int number) {
    Reply reply =
        api(owner)
            .post(
                "merge the pull request " + number,
                "repos/%s/pulls/%d/merge".formatted(REPOSITORY, number),
                Json.write(Map.of("Do", "merge")));
    String seen = "%d %s".formatted(reply.status(), reply.body());
    return reply.good() || reply.status() == NOT_YET
        ? Outcome.of(reply.good(), seen)
        : new Outcome.Failed(seen);
  }

  /** The numbers of the open pull requests. */
  List<Integer> open() {
    return Json.elements(Json.of(ask("pulls", Parameters.NONE.and("state", "open"))))
        .map(one -> one.path("number").asInt())
        .toList();
  }

  /** The names of all branches, sorted. */
  List<String> branches() {
    return Json.elements(Json.of(ask("branches", Parameters.NONE)))
        .map(one -> Json.text(one, "name"))
        .sorted()
        .toList();
  }

  private Reply ask(String what, Parameters parameters) {
    return api(owner)
        .get("list the " + what, "repos/%s/%s".formatted(REPOSITORY, what), parameters)
        .required();
  }

  private HttpApi api(String token) {
    return new HttpApi(address(), Map.of("Authorization", "token " + token));
  }

  private static String token(ToolContainer tool, String user) {
    admin(
        tool,
        "create",
        "--username",
        user,
        "--email",
        user + "@example.invalid",
        "--random-password",
        "--must-change-password=false");
    return admin(
            tool,
            "generate-access-token",
            "--username",
            user,
            "--token-name",
            "spec",
            "--scopes",
            "write:repository,write:user",
            "--raw")
        .strip();
  }

  private static String admin(ToolContainer tool, String... words) {
    List<String> all =
        Stream.concat(Stream.of("forge", "admin", "user"), Arrays.stream(words)).toList();
    try {
      ExecResult result = tool.container().execInContainer(all.toArray(String[]::new));
      if (result.getExitCode() != 0) {
        throw new IllegalStateException(
            "the forge refused `%s`: %s%s"
                .formatted(String.join(" ", all), result.getStdout(), result.getStderr()));
      }
      return result.getStdout();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    }
  }

  @Override
  public void close() {
    tool.close();
  }

  /** Its tokens are not printed. */
  @Override
  public String toString() {
    return repository().toString();
  }
}
