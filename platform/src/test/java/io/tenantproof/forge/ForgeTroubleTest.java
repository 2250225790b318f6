package io.tenantproof.forge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tenantproof.http.StubServer;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ForgeTroubleTest {

  private static final String TOKEN = "s3cret-token";
  private static final String PULLS = "/repos/owner/kit/pulls";
  private static final Proposal PROPOSAL = new Proposal("promote/all", "main", "title", "body");
  private static final String PULL =
      """
      {"number": 7, "html_url": "https://forge/owner/kit/pulls/7",
       "head": {"ref": "promote/all", "repo": {"full_name": "Owner/kit"}}, "base": {"ref": "main"}}
      """;

  private final StubServer server = new StubServer();

  @AfterEach
  void stop() {
    server.close();
  }

  @ParameterizedTest
  @CsvSource({
    "401, The token is not valid or has run out",
    "403, The token may not do that. It needs contents: write and pull-requests: write",
    "404, Either there is no repository owner/kit there",
    "409, It does not fit to what is there",
    "422, It can't be so",
    "418, This answer is not known",
  })
  void eachRefusalSaysWhatToDoAndNeverTheToken(int status, String cure) {
    server.answers(PULLS, status, "{\"message\":\"no\"}");

    assertThatThrownBy(() -> forge(Duration.ofSeconds(5)).propose(PROPOSAL))
        .isInstanceOf(ForgeFailed.class)
        .hasMessageContaining("expected a good answer, got " + status)
        .hasMessageContaining("{\"message\":\"no\"}\n" + cure)
        .hasMessageNotContaining(TOKEN);
    assertThat(server.asked()).hasSize(1);
    assertThat(forge(Duration.ofSeconds(5)).toString()).doesNotContain(TOKEN);
  }

  @Test
  void troubleIsAskedAgainForAWhileThenSaid() {
    server.answersOnce("GET", PULLS, 503, "<html>\n  down", Map.of());
    server.answers(PULLS, 200, "[" + PULL + "]");
    assertThat(forge(Duration.ofSeconds(5)).open("promote/all", "main")).isPresent();

    server.answers(PULLS, 503, "<html>\n  down");
    assertThatThrownBy(() -> forge(Duration.ofSeconds(1)).open("promote/all", "main"))
        .isInstanceOf(ForgeFailed.class)
        .hasMessageContaining("503")
        .hasMessageEndingWith("<html> down\nThe forge is in trouble; run it again later.");
  }

  @ParameterizedTest
  @CsvSource({"429", "403"})
  void aRateLimitThatIsOverSoonIsWaitedFor(int status) {
    server
        .answersOnce("GET", PULLS, status, "slow down", Map.of("Retry-After", "1"))
        .answers(PULLS, 200, "[" + PULL + "]");

    assertThat(forge(Duration.ofSeconds(5)).open("promote/all", "main")).isPresent();
    assertThat(server.asked()).hasSize(2);
  }

  @Test
  void aLongRateLimitIsSaidAtOnce() {
    server.answersOnce("GET", PULLS, 429, "slow down", Map.of("Retry-After", "3600"));
    server.answersOnce(
        "GET",
        PULLS,
        403,
        "slow down",
        Map.of("X-RateLimit-Remaining", "0", "X-RateLimit-Reset", "4102444800"));

    assertThatThrownBy(() -> forge(Duration.ofSeconds(5)).open("promote/all", "main"))
        .isInstanceOf(ForgeFailed.class)
        .hasMessageContaining("takes no more requests before");
    assertThatThrownBy(() -> forge(Duration.ofSeconds(5)).open("promote/all", "main"))
        .hasMessageContaining("before 2100-01-01T00:00:00Z (rate limit)");
    assertThat(server.asked()).hasSize(2);
  }

  @Test
  void aForgeThatDoesNotAnswerIsNamed() {
    Forge forge = forge(Duration.ofSeconds(1));
    server.close();

    assertThatThrownBy(() -> forge.open("promote/all", "main"))
        .isInstanceOf(ForgeFailed.class)
        .hasMessageContaining(server.uri() + PULLS)
        .hasMessageContaining("--forge-api");
  }

  private Forge forge(Duration patience) {
    return Forge.at(ForgeKind.GITHUB, server.uri(), "owner/kit", TOKEN, patience);
  }
}
