package io.tenantproof.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RunningImagesTest {

  @Test
  void onlyATenantsOwnPodsThatRunOnCount() {
    try (StubCluster stub = new StubCluster()) {
      stub.answers(
          "/api/v1/namespaces/tenant-a/pods",
          """
          {"apiVersion": "v1", "kind": "PodList", "items": [%s, %s, %s, %s, %s, %s]}
          """
              .formatted(
                  pod("{\"name\": \"b\", \"labels\": {\"app\": \"x\"}}", "demo:2", "Running"),
                  pod("{\"name\": \"a\", \"labels\": {\"app\": \"x\"}}", "demo:1", "Pending"),
                  pod("{\"name\": \"c\", \"labels\": {\"app\": \"x\"}}", "demo:1", "Running"),
                  pod(
                      "{\"name\": \"v\", \"labels\": {\"tenantproof.io/view\": \"true\"}}",
                      "view:1",
                      "Running"),
                  pod(
                      "{\"name\": \"t\", \"labels\": {\"app\": \"x\"},"
                          + " \"deletionTimestamp\": \"2026-01-01T00:00:00Z\"}",
                      "gone:1",
                      "Running"),
                  pod("{\"name\": \"f\"}", "ended:1", "Failed")));

      assertThat(new RunningImages(stub.cluster().client()).in("tenant-a"))
          .containsExactly("demo:1", "demo:2");
    }
  }

  private static String pod(String metadata, String image, String phase) {
    return """
    {"metadata": %s, "spec": {"containers": [{"name": "c", "image": "%s"}]}, "status": {"phase": "%s"}}
    """
        .formatted(metadata, image, phase);
  }
}
