package io.tenantproof.status;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantproof.status.PlatformStatus.Expected;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class StatusTextTest {

  @Test
  void aGoodPlatformIsOneScreenThatEndsWell() {
    PlatformStatus status =
        Statuses.of(Statuses.application("tenant-a", "Synced", "Healthy"), List.of());

    assertThat(status.isGood()).isTrue();
    assertThat(new StatusText(80).of(status))
        .isEqualTo(
            """
            cluster demo (testcontainers), Kubernetes v1.36.3, 1 of 1 node ready

            tenant-a, production: ghcr.io/tenantproof/demo-api:0.1.0
              ✓ tenant-a Synced Healthy 0123456
              2 of 2 pods ready, 1 restart; 5 NetworkPolicies; near its quota: pods 30 of 32

            platform
              ✓ platform Synced Healthy 0123456
              argocd: 5 of 5 pods ready, 0 restarts

            Argo CD      http://127.0.0.1:18080

            All 2 Applications are Synced and Healthy.
            """);
  }

  @Test
  void whatIsNotAsItIsToBeIsToldWithItsReason() {
    PlatformStatus status =
        Statuses.of(Statuses.application("tenant-a", "OutOfSync", "Degraded"), List.of("node-1"));

    assertThat(status.isGood()).isFalse();
    assertThat(new StatusText(100).of(status))
        .contains("0 of 1 node ready", "  ✗ tenant-a OutOfSync Degraded 0123456")
        .endsWith(
            """
            Not all is Synced and Healthy:
              the node node-1 is not ready
              tenant-a is OutOfSync and Degraded at 0123456 (no pod)
            """);
  }

  @Test
  void anApplicationThatIsNotThereIsNotGood() {
    PlatformStatus status = Statuses.of(new Expected("tenant-a", Optional.empty()), List.of());

    assertThat(status.problems()).containsExactly("there is no Application tenant-a");
    assertThat(new StatusText(80).of(status)).contains("✗ tenant-a not there");
  }

  @ParameterizedTest
  @ValueSource(ints = {40, 60, 80, 200})
  void itFitsTheTerminal(int width) {
    PlatformStatus status =
        Statuses.of(
            Statuses.application("a".repeat(40) + "-demo-api", "OutOfSync", "Progressing"),
            List.of());

    assertThat(new StatusText(width).of(status).lines())
        .allSatisfy(line -> assertThat(line.length()).isLessThanOrEqualTo(width));
  }

  @Test
  void programsGetTheSameFacts() {
    JsonNode json =
        JsonMapper.shared()
            .readTree(
                StatusJson.of(
                    Statuses.of(
                        Statuses.application("tenant-a", "OutOfSync", "Degraded"), List.of("n"))));

    assertThat(json.path("good").asBoolean(true)).isFalse();
    assertThat(json.path("problems").size()).isEqualTo(2);
    assertThat(json.at("/tenants/0/applications/0/revision").asString()).isEqualTo(Statuses.COMMIT);
    assertThat(json.at("/tenants/0/applications/0/complaint").asString()).isEqualTo("no pod");
    assertThat(json.at("/tenants/0/nearQuota/0/percent").asInt()).isEqualTo(93);
    assertThat(json.at("/applications/0/complaint").isMissingNode()).isTrue();
    assertThat(json.at("/pages/0/url").asString()).isEqualTo("http://127.0.0.1:18080");
  }
}
