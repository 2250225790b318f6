package io.tenantproof.boot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;

import io.tenantproof.boot.Mark.Kind;
import io.tenantproof.cluster.NodeContainer;
import io.tenantproof.engine.StubEngine;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class NodeTimesTest {

  private static final String NEVER = "0001-01-01T00:00:00Z";
  private static final String LINE = "2026-01-01T10:00:05.5Z x +5s API server is ready\n";

  private StubEngine stub;

  @BeforeEach
  void start() throws IOException {
    stub = new StubEngine();
  }

  @AfterEach
  void stop() {
    stub.close();
  }

  private NodeTimes node(String started, String finished) {
    stub.answers(
        "GET /containers/node/json",
        200,
        """
        {"Id": "node", "Created": "2026-01-01T10:00:00.25Z",
          "State": {"Running": true, "StartedAt": "%s", "FinishedAt": "%s"}}
        """
            .formatted(started, finished));
    return new NodeTimes(new NodeContainer(stub.client(), "node", "demo"), Duration.ofMinutes(5));
  }

  @Test
  void theEngineSaysWhenItWasMadeAndStartedAndWhatItSaid() {
    NodeTimes node = node("2026-01-01T10:00:00.75Z", NEVER);
    // As the engine sends it: which stream, three zeros, four bytes of length.
    stub.answers("GET /containers/node/logs", 200, "\1\0\0\0\0\0\0" + (char) LINE.length() + LINE);

    assertThat(node.read())
        .filteredOn(one -> one.time().isPresent())
        .extracting(Milestone::mark, one -> one.time().orElseThrow())
        .containsExactly(
            tuple(Mark.of(Kind.CREATED), Instant.parse("2026-01-01T10:00:00.25Z")),
            tuple(Mark.of(Kind.STARTED), Instant.parse("2026-01-01T10:00:00.75Z")),
            tuple(Mark.of(Kind.API_SERVER), Instant.parse("2026-01-01T10:00:05.5Z")));
  }

  @Test
  void ofOneThatEndedOnceTheFirstBootCantBeTold() {
    assertThatExceptionOfType(BootUnknown.class)
        .isThrownBy(node("2026-01-01T10:00:09Z", "2026-01-01T10:00:08Z")::read)
        .withMessageContaining("started again at 2026-01-01T10:00:09Z")
        .withMessageContaining("first boot can't be told");
  }

  @Test
  void norOfOneThatWasStartedLongAfterItWasMade() {
    assertThatExceptionOfType(BootUnknown.class)
        .isThrownBy(node("2026-01-01T11:00:00Z", NEVER)::read);
  }

  @Test
  void aTimeOfAFileHasItsFraction() {
    assertThat(NodeTimes.time("1767261600.123456789\n"))
        .contains(Instant.parse("2026-01-01T10:00:00.123456789Z"));
    assertThat(NodeTimes.time("stat: no such file")).isEmpty();
  }
}
