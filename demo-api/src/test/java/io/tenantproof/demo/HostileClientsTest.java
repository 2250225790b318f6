package io.tenantproof.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Bytes that no browser sends: a 4xx and the end of the connection, and never a failure. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HostileClientsTest {

  private static final String HOST = "Host: localhost\r\n";
  private static final String CLOSE = "Connection: close\r\n";
  private static final Pattern STATUS = Pattern.compile("HTTP/1\\.1 (\\d{3}) ");

  private final CapturedLog log = CapturedLog.start();
  private final RunningService service = RunningService.start();

  @AfterAll
  void stop() {
    service.close();
    log.close();
  }

  @AfterEach
  void nobodyElseSuffers() throws Exception {
    assertThat(service.get("/api/v1/tenant").statusCode()).isEqualTo(200);
    assertThat(log.lines())
        .as("lines of the log")
        .noneSatisfy(line -> assertThat(line.path("level").asString()).isEqualTo("ERROR"))
        .noneSatisfy(line -> assertThat(line.has("exception")).isTrue());
  }

  /** The statuses of all answers; a reset ends them as well as an end does. */
  private List<Integer> statuses(String bytes) throws Exception {
    String reply;
    try {
      reply = service.exchange(bytes.getBytes(StandardCharsets.ISO_8859_1));
    } catch (SocketException resetWhileItSent) {
      return List.of();
    }
    assertThat(reply).doesNotContain("Exception", "at io.", "smuggled");
    return STATUS
        .matcher(reply)
        .results()
        .map((MatchResult one) -> Integer.valueOf(one.group(1)))
        .toList();
  }

  // A path that leaves the root, or that two programs may read in two ways, leads nowhere else.
  @ParameterizedTest
  @CsvSource(
      delimiter = ' ',
      value = {
        "/../ 404",
        "/../../etc/passwd 404",
        "/%2e%2e/ 404",
        "/..;/openapi 404",
        "/%00 404",
        "/openapi%00 404",
        "/openapi/ 404",
        "/OPENAPI 404",
        "/%c0%ae%c0%ae/ 404",
        "/%ff 404",
        "/\u00ff 404",
        "//evil.example/ 404",
        "* 404",
        "/% 400",
        "/%zz 400",
        "/%u0041 400",
        "/\\..\\ 400",
        "/a\u0001b 400",
        "/a\u007fb 400",
        "/<script> 400",
        "/?a=% 400",
        "http://[::1/ 400",
        // Said in another way, but the same path: RFC 3986 section 6, RFC 9112 section 3.2.2.
        "// 200",
        "/;x 200",
        "/api/v1/../v1/tenant 200",
        "/%6fpenapi 200",
        "http://evil.example/ 200"
      })
  void readsAPathInOneWay(String path, int status) throws Exception {
    assertThat(statuses("GET " + path + " HTTP/1.1\r\n" + HOST + CLOSE + "\r\n"))
        .containsExactly(status);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "GET / HTTP/1.0\r\n\r\n",
        "GET /\r\n\r\n",
        "GET / HTTP/2.0\r\n" + HOST + "\r\n",
        "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n",
        "GET  / HTTP/1.1\r\n" + HOST + "\r\n",
        "G\u0001T / HTTP/1.1\r\n" + HOST + "\r\n",
        "G\u00ffT / HTTP/1.1\r\n" + HOST + "\r\n",
        "GET / HTTP/1.1\nHost: localhost\n\n",
        "GET / HTTP/1.1\r\n\r\n",
        "GET / HTTP/1.1\r\n" + HOST + HOST + "\r\n",
        "GET / HTTP/1.1\r\nHost: a b\r\n\r\n",
        "GET / HTTP/1.1\r\nHost: [::\r\n\r\n",
        "GET / HTTP/1.1\r\n" + HOST + "X: a\r\n b\r\n\r\n",
        "GET / HTTP/1.1\r\n" + HOST + "X : a\r\n\r\n",
        "GET / HTTP/1.1\r\n" + HOST + "X\r\n\r\n",
        "GET / HTTP/1.1\r\n" + HOST + "X: a\u0000b\r\n\r\n",
        "GET / HTTP/1.1\r\n" + HOST + "X: a\rb\r\n\r\n",
        "GET / HTTP/1.1\r\n" + HOST + "Accept: ;;;\r\n" + CLOSE + "\r\n",
      })
  void refusesWhatIsNoHttp(String bytes) throws Exception {
    assertThat(statuses(bytes)).containsExactly(400);
  }

  // Where the end of a body can be read in two ways, what follows it is no request here.
  @ParameterizedTest
  @ValueSource(
      strings = {
        "Content-Length: 4\r\nTransfer-Encoding: chunked",
        "Transfer-Encoding: xchunked",
        "Transfer-Encoding: gzip",
        "Transfer-Encoding: identity",
        "Transfer-Encoding: chunked, chunked",
        "Transfer-Encoding: chunked\r\nTransfer-Encoding: identity",
        "Transfer-Encoding:\u000bchunked",
        "Transfer-Encoding : chunked",
        "Content-Length: 4\r\nContent-Length: 5",
        "Content-Length: 4, 4",
        "Content-Length: -1",
        "Content-Length: +4",
        "Content-Length: 0x4",
        "Content-Length: ",
        "Content-Length: 99999999999999999999"
      })
  void refusesABodyOfTwoLengths(String headers) throws Exception {
    String smuggled = "0\r\n\r\nGET /smuggled HTTP/1.1\r\n" + HOST + "\r\n";

    assertThat(statuses("POST / HTTP/1.1\r\n" + HOST + headers + "\r\n\r\n" + smuggled))
        .containsExactly(400);
  }

  @ParameterizedTest
  @ValueSource(strings = {"zz\r\n", "ffffffffffffffff\r\n", "-1\r\n", "0\r\nX: 1\r\n", "1;a=b\r\n"})
  void doesNotReadABodyToItsEnd(String chunk) throws Exception {
    assertThat(
            statuses(
                "POST / HTTP/1.1\r\n"
                    + HOST
                    + "Transfer-Encoding: chunked\r\n\r\n"
                    + chunk.repeat(200)))
        .containsExactly(405);
  }

  @Test
  void bombsEndAtTheirLimit() throws Exception {
    String get = "GET / HTTP/1.1\r\n" + HOST;

    assertThat(statuses("GET /" + "a".repeat(1_000_000) + " HTTP/1.1\r\n" + HOST + "\r\n"))
        .isSubsetOf(414);
    assertThat(statuses("G".repeat(1_000_000) + " / HTTP/1.1\r\n")).isSubsetOf(414);
    assertThat(statuses(get + "X: " + "a".repeat(1_000_000) + "\r\n\r\n")).isSubsetOf(400);
    assertThat(statuses(get + "X: 1\r\n".repeat(100_000) + "\r\n")).isSubsetOf(400);
    assertThat(statuses(get + "Accept: " + "a/b;q=0.1,".repeat(1_500) + "a/b\r\n" + CLOSE + "\r\n"))
        .containsExactly(406);
  }

  @Test
  void answersPipelinedRequestsInOrder() throws Exception {
    String requests =
        Stream.of("GET /", "POST /", "GET /nothing", "GET /%", "GET /")
            .map(line -> line + " HTTP/1.1\r\n" + HOST + "\r\n")
            .collect(Collectors.joining());

    assertThat(statuses(requests)).containsExactly(200, 405, 404, 400);
  }

  @ParameterizedTest
  @ValueSource(strings = {"h2c", "websocket", "TLS/1.0"})
  void speaksNoOtherProtocol(String protocol) throws Exception {
    String upgrade = "Connection: Upgrade, close\r\nUpgrade: " + protocol + "\r\n";

    assertThat(statuses("GET / HTTP/1.1\r\n" + HOST + upgrade + "HTTP2-Settings: AAMA\r\n\r\n"))
        .containsExactly(200);
  }
}
