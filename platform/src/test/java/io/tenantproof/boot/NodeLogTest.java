package io.tenantproof.boot;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class NodeLogTest {

  private static final String OURS =
      """
      2026-11-29T03:36:38.000000001Z time="x" level=warning msg="The support for cgroup v1"
      2026-11-29T03:36:41.211191522Z 2026-11-29T03:36:41Z +4s API server is ready
      2026-11-29T03:36:42.731078883Z 2026-11-29T03:36:42Z +5s node n1 is Ready
      2026-11-29T03:37:01.678281402Z 2026-11-29T03:37:01Z +24s images are imported: 19
      2026-11-29T03:37:01.678650593Z 2026-11-29T03:37:01Z +24s Node controller sync successful
      """;

  private static final String OF_K3S =
      """
      2026-11-29T03:36:41.5Z time="x" level=info msg="Imported images from /images/a.tar in 1s"
      2026-11-29T03:36:44.5Z time="x" level=info msg="Imported images from /images/b.tar in 3s"
      2026-11-29T03:36:50Z time="x" level=info msg="Node controller sync successful"
      2026-11-29T03:40:00Z time="x" level=info msg="Imported images from /images/later.tar in 3s"
      """;

  private static Instant at(String time) {
    return Instant.parse("2026-11-29T" + time + "Z");
  }

  @Test
  void theTimeOfALineIsTheEngines() {
    NodeLog log = NodeLog.read(OURS);

    assertThat(log.apiServer()).contains(at("03:36:41.211191522"));
    assertThat(log.images()).contains(at("03:37:01.678281402"));
    assertThat(log.up()).contains(at("03:37:01.678650593"));
  }

  @Test
  void k3sSaysItForEachArchive() {
    NodeLog log = NodeLog.read(OF_K3S);

    assertThat(log.images()).contains(at("03:36:44.5"));
    assertThat(log.up()).contains(at("03:36:50"));
    assertThat(log.apiServer()).isEmpty();
  }

  @Test
  void whatIsNoLineOfTheEngineIsLeftOut() {
    NodeLog log = NodeLog.read("goroutine 1 [running]:\n\n  API server is ready\nno-space\n");

    assertThat(log.lines()).isEmpty();
    assertThat(log.apiServer()).isEmpty();
  }
}
