package io.tenantproof.growth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.sun.net.httpserver.HttpExchange;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.tenantproof.cluster.LoopbackApi;
import io.tenantproof.platform.PlatformFailed;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class RoomTest {

  private static final String NODES =
      """
      {"kind": "NodeList", "items": [
        {"metadata": {"name": "one"}, "status": {"allocatable": {"pods": "4", "cpu": "1"}}},
        {"metadata": {"name": "two"}, "status": {"allocatable": {"pods": "3", "cpu": "500m"}}}]}
      """;
  private static final String PODS =
      """
      {"kind": "PodList", "items": [
        {"metadata": {"name": "a"}, "status": {"phase": "Running"},
          "spec": {"containers": [{"name": "a", "resources": {"requests": {"cpu": "CPU"}}}]}},
        {"metadata": {"name": "b"}, "status": {"phase": "Pending"}, "spec": {"containers": []}},
        {"metadata": {"name": "c"}, "status": {"phase": "Succeeded"}, "spec": {"containers": []}}]}
      """;

  @Test
  void moreThanTheNodesTakeIsRefused() {
    try (LoopbackApi api = new LoopbackApi(exchange -> answer(exchange, "100m"));
        KubernetesClient client = api.client()) {
      Room room = new Room(client);

      assertThat(room.pods()).isEqualTo(2);
      assertThatCode(() -> room.require(2)).doesNotThrowAnyException();
      assertThatExceptionOfType(PlatformFailed.class)
          .isThrownBy(() -> room.require(3))
          .withMessage(
              "3 more tenants ask for 6 pods, and of the 7 that the nodes have 5 are free: name at"
                  + " most 2 more.");
    }
  }

  @Test
  void soAreThoseThatAskForMoreProcessorsThanAreFree() {
    try (LoopbackApi api = new LoopbackApi(exchange -> answer(exchange, "1450m"));
        KubernetesClient client = api.client()) {
      Room room = new Room(client);

      assertThatCode(() -> room.require(1)).doesNotThrowAnyException();
      assertThatExceptionOfType(PlatformFailed.class)
          .isThrownBy(() -> room.require(2))
          .withMessage(
              "2 more tenants ask for 0.060 processors, and of the 1.500 that the nodes have 0.050"
                  + " are free: name at most 1 more.");
    }
  }

  @Test
  void withoutAMetricsServerNoMemoryIsKnown() {
    try (LoopbackApi api = new LoopbackApi(exchange -> answer(exchange, "0"));
        KubernetesClient client = api.client()) {
      assertThat(new Room(client).usedMemoryMib()).isZero();
    }
  }

  private static void answer(HttpExchange exchange, String cpu) throws IOException {
    try (exchange) {
      String path = exchange.getRequestURI().getPath();
      LoopbackApi.reply(
          exchange,
          200,
          path.endsWith("/nodes") && !path.contains("metrics")
              ? NODES
              : path.endsWith("/pods") ? PODS.replace("CPU", cpu) : "");
    }
  }
}
