package io.tenantproof.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.logging.LogManager;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class MainTest {

  private static Map<String, String> environment(String... more) {
    Map<String, String> environment =
        new HashMap<>(
            Map.of(
                "DEMO_API_TENANT_NAME", "tenant-a",
                "DEMO_API_ENVIRONMENT", "test",
                "DEMO_API_BIND_ADDRESS", "127.0.0.1",
                "DEMO_API_PORT", "0",
                "DEMO_API_MANAGEMENT_PORT", "0",
                "DEMO_API_DRAIN_SECONDS", "0"));
    for (int n = 0; n < more.length; n += 2) {
      environment.put(more[n], more[n + 1]);
    }
    return environment;
  }

  @Test
  void runsUntilItIsTold() throws Exception {
    try (JavaProcess service = JavaProcess.start(Main.class, environment())) {
      JsonNode serving = service.awaitLine("serving on port");
      assertThat(serving.path("tenant").asString()).isEqualTo("tenant-a");
      assertThat(serving.path("version").asString()).isEqualTo(BuildInfo.load().version());

      service.terminate();

      assertThat(service.exitCode()).isEqualTo(143);
      assertThat(service.lines())
          .extracting(line -> line.path("message").asString())
          .endsWith("stopping: not ready any more, serving for another 0 s", "stopped");
      assertThat(service.errors()).isEmpty();
    }
  }

  @Test
  void refusesWrongSettingsBeforeAnythingStarts() throws Exception {
    try (JavaProcess service =
        JavaProcess.start(
            Main.class, environment("DEMO_API_PORT", "x", "DEMO_API_COLOUR", "red"))) {
      assertThat(service.exitCode()).isEqualTo(78);
      assertThat(service.errors())
          .startsWith("Settings refused, 2 problems:\n")
          .contains("DEMO_API_COLOUR", "DEMO_API_PORT");
      assertThat(service.lines())
          .singleElement()
          .satisfies(
              line -> {
                assertThat(line.path("level").asString()).isEqualTo("ERROR");
                assertThat(line.path("message").asString()).startsWith("Settings refused");
              });
    }
  }

  @Test
  void crashesOnOrder() throws Exception {
    try (JavaProcess service =
        JavaProcess.start(Main.class, environment("DEMO_API_FAULT_CRASH_AFTER_SECONDS", "1"))) {
      assertThat(service.exitCode()).isEqualTo(1);
      assertThat(service.lines())
          .extracting(line -> line.path("message").asString())
          .last()
          .asString()
          .contains("crash ordered by the setting fault-crash-after-seconds");
    }
  }

  @Test
  void endsWhenAPortIsTaken() throws Exception {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    PrintStream stream = new PrintStream(out, true, StandardCharsets.UTF_8);
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      String port = String.valueOf(taken.getLocalPort());

      assertThat(Main.run(environment("DEMO_API_PORT", port), stream, stream)).isEqualTo(1);
      assertThat(out.toString(StandardCharsets.UTF_8))
          .contains("could not listen on port " + port + " or 0 of 127.0.0.1");
    } finally {
      LogManager.getLogManager().reset();
    }
  }
}
