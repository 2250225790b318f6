package io.tenantproof.delivery;

import java.util.Map;
import java.util.Optional;

/**
 * Who promotes from where: a run of a pipeline, or a person at a machine.
 *
 * @param actor who has started it
 * @param commit that the image was built from; empty where nobody says
 * @param page of the run; empty on a person's machine
 */
public record CiRun(String actor, Optional<String> commit, Optional<String> page) {

  /** The run that the environment tells of. */
  public static CiRun of(Map<String, String> environment) {
    Optional<String> github =
        value(environment, "GITHUB_RUN_ID")
            .map(
                id ->
                    "%s/%s/actions/runs/%s"
                        .formatted(
                            environment.getOrDefault("GITHUB_SERVER_URL", ""),
                            environment.getOrDefault("GITHUB_REPOSITORY", ""),
                            id));
    return new CiRun(
        value(environment, "GITHUB_ACTOR")
            .or(() -> value(environment, "GITLAB_USER_LOGIN"))
            .or(() -> value(environment, "USER"))
            .map(name -> name.replaceAll("[^A-Za-z0-9._@\\[\\]-]", "_"))
            .orElse("somebody"),
        value(environment, "GITHUB_SHA").or(() -> value(environment, "CI_COMMIT_SHA")),
        github.or(() -> value(environment, "CI_PIPELINE_URL")));
  }

  private static Optional<String> value(Map<String, String> environment, String name) {
    return Optional.ofNullable(environment.get(name)).filter(value -> !value.isBlank());
  }
}
