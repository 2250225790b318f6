package io.tenantproof.platform;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantproof.cluster.StubCluster;
import io.tenantproof.wait.Outcome;
import org.junit.jupiter.api.Test;

class PodsTest {

  private static final String ENDED =
      """
      {"terminated": {"reason": "Error", "exitCode": 1, "message": "first\\nDELAY: no number\\n"}}
      """;

  @Test
  void aPodThatCrashesSaysWhyWhileItWaitsAndWhileItRunsAnew() {
    String waits =
        "{\"waiting\": {\"reason\": \"CrashLoopBackOff\", \"message\": \"back-off 10s\"}}";

    assertThat(notReady(waits, ENDED))
        .isEqualTo(
            "a Running CrashLoopBackOff (back-off 10s), before: Error, exit code 1 (DELAY: no"
                + " number)");
    assertThat(notReady("{\"running\": {}}", ENDED))
        .isEqualTo("a Running before: Error, exit code 1 (DELAY: no number)");
    assertThat(notReady(ENDED, "{}")).isEqualTo("a Running Error, exit code 1 (DELAY: no number)");
    assertThat(notReady("{\"running\": {}}", "{}")).isEqualTo("a Running");
  }

  @Test
  void aPodThatIsBeingReplacedIsNamed() {
    try (StubCluster stub = new StubCluster()) {
      stub.answers(
          "/api/v1/namespaces/tenant-a/pods",
          """
          {"apiVersion": "v1", "kind": "PodList", "items": [
            {"metadata": {"name": "old", "deletionTimestamp": "2026-01-01T00:00:00Z"}, "spec": {}},
            {"metadata": {"name": "new"}, "spec": {}}]}
          """);
      Outcome seen = new Pods(stub.cluster().client(), "tenant-a").noneEnding().look().get();

      assertThat(seen).isEqualTo(new Outcome.Pending("still ending: old"));
    }
  }

  private static String notReady(String state, String lastState) {
    try (StubCluster stub = new StubCluster()) {
      stub.answers(
          "/api/v1/namespaces/tenant-a/pods",
          """
          {"apiVersion": "v1", "kind": "PodList", "items": [{"metadata": {"name": "a"}, "spec": {},
            "status": {"phase": "Running", "containerStatuses": [{"state": %s, "lastState": %s}]}}]}
          """
              .formatted(state, lastState));
      return new Pods(stub.cluster().client(), "tenant-a").notReady();
    }
  }
}
