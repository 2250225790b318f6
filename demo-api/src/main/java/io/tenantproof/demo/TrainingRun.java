package io.tenantproof.demo;

import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.util.List;
import java.util.Map;

/**
 * Starts the service, asks for everything once and stops: what the image build records, so that
 * later starts are fast.
 *
 * <p>Source: JEP 514, "Ahead-of-Time Command-Line Ergonomics": the cache holds what the training
 * run loaded.
 */
public final class TrainingRun {

  private static final int ROUNDS = 5;
  private static final List<String> ACCEPT = List.of("application/json", "text/html", "*/*");

  private static final Map<String, String> ENVIRONMENT =
      Map.of(
          "DEMO_API_TENANT_NAME", "training",
          "DEMO_API_ENVIRONMENT", "build",
          "DEMO_API_BIND_ADDRESS", "127.0.0.1",
          "DEMO_API_PORT", "0",
          "DEMO_API_MANAGEMENT_PORT", "0",
          "DEMO_API_DRAIN_SECONDS", "0");

  private TrainingRun() {}

  /**
   * Runs it on free ports of loopback; ends with an exception when an answer is not a success.
   *
   * @param arguments none
   * @throws IOException when the service does not answer
   * @throws InvalidSettingsException never: the settings are fixed
   */
  public static void main(String[] arguments) throws IOException, InvalidSettingsException {
    BuildInfo build = BuildInfo.load();
    Settings settings = SettingsReader.read(ENVIRONMENT);
    new JsonLog(System.out, new JsonLogFormatter(settings.identity(), build.version())).install();
    HelidonServices.use();
    try (DemoService service = DemoService.start(settings, build, Limits.STANDARD)) {
      for (int round = 0; round < ROUNDS; round++) {
        ask(service);
      }
    }
  }

  private static void ask(DemoService service) throws IOException {
    for (String path : List.of(HomeEndpoint.PATH, TenantEndpoint.PATH)) {
      for (String accept : ACCEPT) {
        ask(service.port(), path, accept);
      }
    }
    ask(service.port(), OpenApiEndpoint.PATH, "application/json");
    for (String probe : List.of("live", "ready", "started")) {
      ask(service.managementPort(), "/health/" + probe, "*/*");
    }
    ask(service.managementPort(), MetricsEndpoint.PATH, "*/*");
  }

  // The old client of java.net: the new one would be a module more in the image.
  private static void ask(int port, String path, String accept) throws IOException {
    URI uri = URI.create("http://127.0.0.1:" + port + path);
    HttpURLConnection connection = (HttpURLConnection) uri.toURL().openConnection();
    connection.setRequestProperty("Accept", accept);
    try (InputStream body = connection.getInputStream()) {
      body.readAllBytes();
    }
    if (connection.getResponseCode() != HttpURLConnection.HTTP_OK) {
      throw new IOException(uri + " answered " + connection.getResponseCode() + " instead of 200");
    }
  }
}
