package io.tenantproof.workload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class LoadTest {

  private static final String PRINTED =
      """
      Running 10s test @ http://127.0.0.1:8080/
        1 threads and 32 connections
        Thread Stats   Avg      Stdev     Max   +/- Stdev
          Latency     2.12ms  834.00us  21.30ms   89.00%
          Req/Sec    14.90k     1.10k   16.40k    73.00%
        Latency Distribution
           50%  950.00us
           75%    2.40ms
           90%    3.00ms
           99%    1.20s
        148312 requests in 10.00s, 21.50MB read
      Requests/sec:  14831.20
      Transfer/sec:      2.15MB
      """;

  @Test
  void figuresAreInMilliseconds() {
    assertThat(Load.read(PRINTED)).isEqualTo(new Load(14831.20, 0.95, 1200, 0));
  }

  @Test
  void whatWasNotAnsweredIsCounted() {
    String printed =
        PRINTED
            + "  Socket errors: connect 1, read 2, write 3, timeout 4\n"
            + "  Non-2xx or 3xx responses: 90\n";

    assertThat(Load.read(printed).failed()).isEqualTo(100);
  }

  @Test
  void otherOutputIsShown() {
    assertThatThrownBy(() -> Load.read("unable to connect to 127.0.0.1:8080 Connection refused"))
        .hasMessageContaining("Requests/sec")
        .hasMessageContaining("Connection refused");
  }

  @Test
  void theMedianOfTheRoundsCounts() {
    WorkloadText text =
        new WorkloadText(
            Map.of(
                "demo-api",
                new WorkloadBench.Measured(List.of(fared(100), fared(900), fared(300)), 96)));

    assertThat(text.table()).containsPattern("requests a second +300\\.0");
    assertThat(text.table()).containsPattern("first 10 s +150\\.0");
    assertThat(text.json()).contains("\"requestsPerSecond\"").contains("300.0");
    assertThat(text.isGood()).isTrue();
  }

  private static Fared fared(double rate) {
    return new Fared(400, 80, 90, new Load(rate / 2, 1, 2, 0), new Load(rate, 1, 2, 0));
  }
}
