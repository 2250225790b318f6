package io.tenantproof.helm;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantproof.http.StubServer.Asked;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReceiptsTest {

  private static final String WANTED = "a".repeat(64);

  private final StubCluster cluster = new StubCluster();
  private final Receipts receipts = new Receipts(cluster.client(), "space", "some");

  @AfterEach
  void close() {
    cluster.close();
  }

  @Test
  void whatWasKeptIsFoundByOneQuestionForEachCollection() {
    cluster.keep(receipts, WANTED);
    int before = cluster.server().asked().size();

    assertThat(receipts.hold(WANTED)).isTrue();

    List<Asked> asked = cluster.server().asked();
    assertThat(asked.subList(before, asked.size()))
        .extracting(one -> one.method() + " " + one.path())
        .containsExactlyInAnyOrder(
            "GET " + StubCluster.RECEIPT,
            "GET " + StubCluster.SECRETS,
            "GET " + StubCluster.DEPLOYMENTS,
            "GET /api/v1/namespaces/space/configmaps");
  }

  @Test
  void anotherFingerprintIsNotHeld() {
    cluster.keep(receipts, WANTED);

    assertThat(receipts.hold("b".repeat(64))).isFalse();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\0',
      textBlock =
          """
          made anew            | "u1"            | "u9"
          changed              | "generation": 3 | "generation": 4
          one of another name  | "server"        | "other"
          a field taken over   | {"f:spec": {}}  | {}
          a field set again    | "12:00"         | "14:00"
          about to go          | "uid":          | "deletionTimestamp": "now", "uid":
          """)
  void anObjectThatIsNotAsItWasIsNoticed(String what, String then, String now) {
    cluster.keep(receipts, WANTED);
    assertThat(receipts.hold(WANTED)).isTrue();

    cluster
        .server()
        .answers(StubCluster.DEPLOYMENTS, 200, StubCluster.DEPLOYMENT.replace(then, now));

    assertThat(receipts.hold(WANTED)).as(what).isFalse();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\0',
      textBlock =
          """
          its status             | "13:00"             | "14:00"
          a field that was free  | "managedFields": [  | "managedFields": [{"manager": "other"},
          """)
  void whatHelmWouldLeaveAloneIsNoDifference(String what, String then, String now) {
    cluster.keep(receipts, WANTED);

    cluster
        .server()
        .answers(StubCluster.DEPLOYMENTS, 200, StubCluster.DEPLOYMENT.replace(then, now));

    assertThat(receipts.hold(WANTED)).as(what).isTrue();
  }

  @Test
  void anotherRevisionOfTheReleaseIsNoticed() {
    cluster.keep(receipts, WANTED);

    cluster.server().answers(StubCluster.SECRETS, 200, StubCluster.notes());

    assertThat(receipts.hold(WANTED)).isFalse();
  }

  @ParameterizedTest
  @CsvSource({"403, {}", "200, no JSON", "200, {}"})
  void objectsThatCantBeReadAreNotHeld(int status, String body) {
    cluster.keep(receipts, WANTED);

    cluster.server().answers(StubCluster.DEPLOYMENTS, status, body);

    assertThat(receipts.hold(WANTED)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "no JSON",
        "null",
        "{}",
        "{\"fingerprint\": \"FINGERPRINT\"}",
        "{\"fingerprint\": \"FINGERPRINT\", \"objects\": {}}",
        "{\"fingerprint\": \"FINGERPRINT\", \"objects\": 5}",
      })
  void aReceiptThatCantBeReadHoldsNothing(String receipt) {
    cluster
        .server()
        .answers(
            StubCluster.RECEIPT,
            200,
            "{\"kind\": \"Secret\", \"apiVersion\": \"v1\", \"data\": {\"receipt\": \"%s\"}}"
                .formatted(encoded(receipt.replace("FINGERPRINT", WANTED))));

    assertThat(receipts.hold(WANTED)).isFalse();
  }

  @ParameterizedTest
  @CsvSource({"404, {}", "403, {}", "500, {}", "200, no JSON"})
  void withoutAReceiptNothingIsHeld(int status, String body) {
    cluster.server().answers(StubCluster.RECEIPT, status, body);

    assertThat(receipts.hold(WANTED)).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "/apis/apps/v1, 404, {}",
    "/apis/apps/v1/namespaces/space/deployments, 403, {}",
    "/api/v1/namespaces/space/secrets, 403, {}",
  })
  void whatCantBeToldIsNotKept(String path, int status, String body) {
    cluster.server().answers(path, status, body);

    receipts.keep(WANTED, List.of());

    assertThat(cluster.server().asked())
        .isNotEmpty()
        .allSatisfy(one -> assertThat(one.method()).isEqualTo("GET"));
  }

  @Test
  void aReleaseThatHelmDoesNotKnowIsNotKept() {
    cluster.server().answers(StubCluster.SECRETS, 200, StubCluster.notes());

    receipts.keep(WANTED, List.of());

    assertThat(cluster.server().asked()).extracting(Asked::method).containsOnly("GET");
  }

  @Test
  void itIsForgotten() {
    receipts.forget();

    assertThat(cluster.server().asked())
        .extracting(one -> one.method() + " " + one.path())
        .containsExactly("DELETE " + StubCluster.RECEIPT);
  }

  private static String encoded(String text) {
    return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }
}
