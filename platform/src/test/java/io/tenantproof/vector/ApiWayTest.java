package io.tenantproof.vector;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantproof.cluster.LoopbackApi;
import io.tenantproof.isolation.Expected;
import io.tenantproof.isolation.Family;
import io.tenantproof.isolation.Finding;
import io.tenantproof.isolation.Vector;
import io.tenantproof.isolation.Verdict;
import org.junit.jupiter.api.Test;

/** What refuses a request is who asks: a pod that does not answer takes nothing from that. */
class ApiWayTest {

  private static final String UNREACHED =
      "{\"message\":\"error trying to reach service: dial tcp 10.42.1.7:8080: i/o timeout\"}";

  @Test
  void aRequestThatReachedNoPodWasLetInNevertheless() {
    assertThat(verdict("/api/v1/namespaces/a/pods/p:8080/proxy/", UNREACHED))
        .isEqualTo(Verdict.ISOLATED);
  }

  @Test
  void whatTheApiServerItselfCouldNotAnswerProvesNothing() {
    assertThat(verdict("/api/v1/namespaces/a/pods/p:8080/proxy/", "{\"message\":\"overloaded\"}"))
        .isEqualTo(Verdict.UNPROVEN);
    assertThat(verdict("/api/v1/namespaces/a/secrets", UNREACHED)).isEqualTo(Verdict.UNPROVEN);
  }

  private static LoopbackApi answering(int status, String json) {
    return new LoopbackApi(
        exchange -> {
          try (exchange) {
            LoopbackApi.reply(exchange, status, json);
          }
        });
  }

  private static Verdict verdict(String path, String administratorsAnswer) {
    try (LoopbackApi refusing = answering(403, "{\"message\":\"no\"}");
        LoopbackApi failing = answering(503, administratorsAnswer);
        Identity viewer = new Identity("viewer", refusing.client());
        Identity run = Identity.ofTheRun(failing.client())) {
      Vector vector = new Vector("access.x", Family.ACCESS, "x", "a guardrail");
      Finding finding =
          new ApiWay(vector, "a", "a", Expected.SHUT, ApiRequest.get(path)).finding(viewer, run);
      return finding.verdict();
    }
  }
}
