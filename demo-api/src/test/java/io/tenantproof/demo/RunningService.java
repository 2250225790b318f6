package io.tenantproof.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A started service on free ports of loopback, and a client of it. */
final class RunningService implements AutoCloseable {

  static final Settings.Identity IDENTITY =
      new Settings.Identity("tenant-a", "test", "demo-api", "demo-api-0", "Hello from tenant-a.");
  static final BuildInfo BUILD = new BuildInfo("1.2.3", "abc1234", "25");

  private static final Duration DEADLINE = Duration.ofSeconds(8);

  private final DemoService service;
  private final int port;
  private final int managementPort;
  private final HttpClient client = HttpClient.newHttpClient();

  private RunningService(DemoService service) {
    this.service = service;
    this.port = service.port();
    this.managementPort = service.managementPort();
  }

  static RunningService start() {
    return start(Settings.Faults.NONE);
  }

  static RunningService start(Settings.Faults faults) {
    return start(settings(Duration.ZERO, faults), Limits.STANDARD);
  }

  static RunningService start(Settings settings, Limits limits) {
    return new RunningService(DemoService.start(settings, BUILD, limits));
  }

  static Settings settings(Duration drain, Settings.Faults faults) {
    Settings.Network network = new Settings.Network(InetAddress.getLoopbackAddress(), 0, 0);
    return new Settings(IDENTITY, network, drain, faults);
  }

  static Settings.Faults delay(Duration delay) {
    return new Settings.Faults(delay, 0, false, Optional.empty());
  }

  int port() {
    return port;
  }

  DemoService service() {
    return service;
  }

  HttpResponse<String> get(String path, String... headers)
      throws IOException, InterruptedException {
    return send("GET", path, headers);
  }

  HttpResponse<String> send(String method, String path, String... headers)
      throws IOException, InterruptedException {
    return client.send(request(port, method, path, headers), bodyAsText());
  }

  CompletableFuture<HttpResponse<String>> getLater(String path) {
    return client.sendAsync(request(port, "GET", path), bodyAsText());
  }

  /** Asks the management port. */
  HttpResponse<String> manage(String path, String... headers)
      throws IOException, InterruptedException {
    return client.send(request(managementPort, "GET", path, headers), bodyAsText());
  }

  String metrics() throws IOException, InterruptedException {
    HttpResponse<String> response = manage(MetricsEndpoint.PATH);
    assertThat(response.statusCode()).isEqualTo(200);
    return response.body();
  }

  /** Sends a text as it is and reads until the other side hangs up. */
  String exchange(String text) throws IOException {
    return exchange(text.getBytes(StandardCharsets.US_ASCII));
  }

  String exchange(byte[] bytes) throws IOException {
    try (Socket socket = connect()) {
      socket.getOutputStream().write(bytes);
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  Socket connect() throws IOException {
    Socket socket = new Socket(InetAddress.getLoopbackAddress(), port);
    socket.setSoTimeout((int) DEADLINE.toMillis());
    return socket;
  }

  static JsonNode json(String text) {
    return JsonMapper.shared().readTree(text);
  }

  static String header(HttpResponse<?> response, String name) {
    return response.headers().firstValue(name).orElse("");
  }

  @Override
  public void close() {
    client.shutdownNow();
    service.close();
  }

  private static HttpResponse.BodyHandler<String> bodyAsText() {
    return HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8);
  }

  private static HttpRequest request(int port, String method, String path, String... headers) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
            .version(HttpClient.Version.HTTP_1_1)
            .timeout(DEADLINE)
            .method(method, HttpRequest.BodyPublishers.noBody());
    if (headers.length > 0) {
      request.headers(headers);
    }
    return request.build();
  }
}
