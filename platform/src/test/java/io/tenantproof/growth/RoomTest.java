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
        {"metadata": {"name": "one"}, "status": {"allocatable": {"pods": "4"}}},
        {"metadata": {"name": "two"}, "status": {"allocatable": {"pods": "3"}}}]}
      """;
  private static final String PODS =
      """
      {"kind": "PodList", "items": [
        {"metadata": {"name": "a"}, "status": {"phase": "Running"}},
        {"metadata": {"name": "b"}, "status": {"phase": "Pending"}},
        {"metadata": {"name": "c"}, "status": {"phase": "Succeeded"}}]}
      """;

  @Test
  void moreThanTheNodesTakeIsRefused() {
    try (LoopbackApi api = new LoopbackApi(RoomTest::answer);
        KubernetesClient client = api.client()) {
      Room room = new Room(client);

      assertThat(room.pods()).isEqualTo(2);
      assertThatCode(() -> room.require(2)).doesNotThrowAnyException();
      assertThatExceptionOfType(PlatformFailed.class)
          .isThrownBy(() -> room.require(3))
          .withMessageContaining("3 more tenants take 6 pods")
          .withMessageContaining("room for 5 beside the 2 that run: ask for at most 2 more");
    }
  }

  @Test
  void withoutAMetricsServerNoMemoryIsKnown() {
    try (LoopbackApi api = new LoopbackApi(RoomTest::answer);
        KubernetesClient client = api.client()) {
      assertThat(new Room(client).usedMemoryMib()).isZero();
    }
  }

  private static void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      String path = exchange.getRequestURI().getPath();
      LoopbackApi.reply(
          exchange,
          200,
          path.endsWith("/nodes") && !path.contains("metrics")
              ? NODES
              : path.endsWith("/pods") ? PODS : "");
    }
  }
}
