package io.tenantproof.demo;

import static io.tenantproof.demo.RunningService.header;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class MetricsEndpointTest {

  /** What Prometheus 3 sends. */
  private static final String PROMETHEUS =
      "application/openmetrics-text;version=1.0.0;escaping=allow-utf-8;q=0.6,"
          + "application/openmetrics-text;version=0.0.1;q=0.5,"
          + "text/plain;version=1.0.0;escaping=allow-utf-8;q=0.4,"
          + "text/plain;version=0.0.4;q=0.3,*/*;q=0.2";

  @Test
  void speaksTheTextFormat() throws Exception {
    try (RunningService service = RunningService.start()) {
      HttpResponse<String> response = service.manage("/metrics", "accept", PROMETHEUS);

      assertThat(response.statusCode()).isEqualTo(200);
      assertThat(header(response, "content-type"))
          .isEqualTo("text/plain; version=0.0.4; charset=utf-8");
    }
  }

  @Test
  void countsAndTimesRequestsByRouteAndStatus() throws Exception {
    try (RunningService service = RunningService.start()) {
      service.get("/api/v1/tenant");
      service.get("/api/v1/tenant");
      service.get("/nothing/1");
      service.get("/nothing/2");
      service.send("POST", "/");

      String tenant = "{method=\"GET\",route=\"/api/v1/tenant\",status=\"200\"";
      // A response is complete for its reader before it is counted.
      await()
          .atMost(5, SECONDS)
          .untilAsserted(
              () ->
                  assertThat(service.metrics().lines())
                      .contains(
                          "http_server_requests_total" + tenant + "} 2.0",
                          "http_server_request_duration_seconds_count" + tenant + "} 2",
                          "http_server_request_duration_seconds_bucket"
                              + tenant
                              + ",le=\"+Inf\"} 2",
                          "http_server_requests_total"
                              + "{method=\"GET\",route=\"unmatched\",status=\"404\"} 2.0",
                          "http_server_requests_total"
                              + "{method=\"POST\",route=\"/\",status=\"405\"} 1.0"));
      assertThat(service.metrics())
          .contains("http_server_request_duration_seconds_bucket" + tenant + ",le=\"0.005\"}")
          .contains("http_server_request_duration_seconds_sum" + tenant + "}")
          .contains("# TYPE http_server_request_duration_seconds histogram")
          .doesNotContain("nothing");
    }
  }

  @Test
  void showsRequestsInFlight() throws Exception {
    String gauge = "http_server_requests_in_flight{route=\"/api/v1/tenant\"} ";
    try (RunningService service =
        RunningService.start(RunningService.delay(Duration.ofMillis(500)))) {
      assertThat(service.metrics()).contains(gauge + "0.0");
      CompletableFuture<HttpResponse<String>> slow = service.getLater("/api/v1/tenant");

      await()
          .atMost(5, SECONDS)
          .pollInterval(Duration.ofMillis(20))
          .untilAsserted(() -> assertThat(service.metrics()).contains(gauge + "1.0"));
      assertThat(slow.get(10, SECONDS).statusCode()).isEqualTo(200);
      await()
          .atMost(5, SECONDS)
          .untilAsserted(() -> assertThat(service.metrics()).contains(gauge + "0.0"));
    }
  }

  @Test
  void showsTheJvmAndTheBuild() throws Exception {
    try (RunningService service = RunningService.start()) {
      assertThat(service.metrics())
          .contains("demo_api_build_info{java=\"25\",revision=\"abc1234\",version=\"1.2.3\"} 1\n")
          .contains("jvm_memory_used_bytes{area=\"heap\"", "jvm_gc_memory_allocated_bytes_total")
          .contains("jvm_threads_live_threads", "process_cpu_usage", "process_files_open_files")
          .contains("process_uptime_seconds", "process_start_time_seconds");
    }
  }

  @Test
  void showsCollections() throws Exception {
    try (RunningService service = RunningService.start()) {
      System.gc();

      await()
          .atMost(5, SECONDS)
          .untilAsserted(
              () ->
                  assertThat(service.metrics())
                      .contains("jvm_gc_pause_seconds_count{action=\"end of major GC\""));
    }
  }
}
