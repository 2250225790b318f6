package io.tenantproof.story;

import io.tenantproof.http.HttpApi;
import io.tenantproof.http.Parameters;
import io.tenantproof.http.Reply;
import io.tenantproof.platform.ServiceDoor;
import io.tenantproof.tenant.Tenant;
import java.util.List;
import java.util.Map;

/**
 * A tenant's workload is asked who it is.
 *
 * @param stage it is asked on
 */
record PageAct(Stage stage) {

  static final String PATH = "api/v1/tenant";

  Act act() {
    Tenant tenant = stage.hero();
    return new Act(
        "one tenant's page",
        "the workload of %1$s answers, and says that it is %1$s.".formatted(tenant.name()),
        commands(stage, tenant, PATH),
        telling -> {
          String answer = ask(stage, tenant, PATH).required().body();
          if (!answer.contains("\"tenantName\":\"%s\"".formatted(tenant.name()))) {
            throw new StoryFailed(
                "expected an answer that names %s, found %s".formatted(tenant.name(), answer));
          }
          return Ending.Seen.of(answer);
        });
  }

  /** Asks a tenant's workload once. */
  static Reply ask(Stage stage, Tenant tenant, String path) {
    return new ServiceDoor(stage.cluster(), tenant.namespace(), Stage.WORKLOAD, Stage.PORT)
        .ask(
            address ->
                new HttpApi(address, Map.of())
                    .get("who " + tenant.name() + " is", path, Parameters.NONE));
  }

  /** What a person types to ask it. */
  static List<String> commands(Stage stage, Tenant tenant, String path) {
    return stage
        .page(tenant.name())
        .map(page -> List.of("curl -s %s/%s".formatted(page, path)))
        .orElseGet(
            () ->
                List.of(
                    stage.kubectl(
                        "get --raw /api/v1/namespaces/%s/services/%s:80/proxy/%s"
                            .formatted(tenant.namespace(), Stage.WORKLOAD, path))));
  }
}
