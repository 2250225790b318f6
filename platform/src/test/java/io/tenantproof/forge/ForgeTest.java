package io.tenantproof.forge;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantproof.http.StubServer;
import io.tenantproof.http.StubServer.Asked;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ForgeTest {

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
  @EnumSource(
      value = ForgeKind.class,
      names = {"GITHUB", "GITEA"})
  void aPullRequestIsOpenedWhereThereIsNone(ForgeKind kind) {
    server.answers(PULLS, 200, "[]").answersOnce("POST", PULLS, 201, PULL, Map.of());

    ChangeRequest request = forge(kind).propose(PROPOSAL);

    assertThat(request).isEqualTo(new ChangeRequest("7", "https://forge/owner/kit/pulls/7"));
    Asked asked = server.asked().getLast();
    assertThat(asked.method()).isEqualTo("POST");
    assertThat(asked.authorization())
        .isEqualTo((kind == ForgeKind.GITHUB ? "Bearer " : "token ") + TOKEN);
    assertThat(json(asked.body()))
        .isEqualTo(
            json(
                """
                {"title": "title", "body": "body", "head": "promote/all", "base": "main"}
                """));
  }

  @Test
  void aPullRequestThatIsOpenIsUpdatedAndNoneIsMade() {
    server.answers(PULLS, 200, "[" + PULL + "]").answers(PULLS + "/7", 200, PULL);

    assertThat(forge(ForgeKind.GITHUB).propose(PROPOSAL).number()).isEqualTo("7");

    assertThat(server.asked()).extracting(Asked::method).containsExactly("GET", "PATCH");
    assertThat(server.asked().getFirst().path())
        .contains("state=open", "head=owner:promote/all", "base=main");
  }

  @Test
  void aBranchOfTheSameNameInAForkIsSomebodyElses() {
    String fork = PULL.replace("Owner/kit", "fork/kit");
    server
        .answersOnce("GET", PULLS, 200, "[" + fork + "]", Map.of())
        .answersOnce("GET", PULLS, 200, "[]", Map.of())
        .answersOnce("POST", PULLS, 201, PULL, Map.of());

    forge(ForgeKind.GITEA).propose(PROPOSAL);

    assertThat(server.asked()).extracting(Asked::method).containsExactly("GET", "GET", "POST");
  }

  @Test
  void oneThatSomebodyElseHasJustOpenedIsTaken() {
    server
        .answersOnce("GET", PULLS, 200, "[]", Map.of())
        .answersOnce(
            "POST", PULLS, 422, "{\"message\":\"A pull request already exists\"}", Map.of())
        .answersOnce("GET", PULLS, 200, "[" + PULL + "]", Map.of())
        .answers(PULLS + "/7", 200, PULL);

    assertThat(forge(ForgeKind.GITHUB).propose(PROPOSAL).number()).isEqualTo("7");
  }

  @Test
  void oneThatWasMadeThoughTheAnswerWasTroubleIsTaken() {
    server
        .answersOnce("GET", PULLS, 200, "[]", Map.of())
        .answersOnce("POST", PULLS, 502, "bad gateway", Map.of())
        .answersOnce("GET", PULLS, 200, "[" + PULL + "]", Map.of())
        .answers(PULLS + "/7", 200, PULL);

    assertThat(forge(ForgeKind.GITHUB).propose(PROPOSAL).number()).isEqualTo("7");
    assertThat(server.asked().stream().filter(asked -> asked.method().equals("POST"))).hasSize(1);
  }

  @Test
  void aMergeRequestIsOpenedThenUpdated() {
    String merges = "/projects/owner%2Fkit/merge_requests";
    String merge =
        """
        {"iid": 3, "web_url": "https://forge/owner/kit/-/merge_requests/3",
         "source_project_id": 9, "target_project_id": 9}
        """;
    String fork = merge.replace("\"source_project_id\": 9", "\"source_project_id\": 8");
    server
        .answersOnce("GET", merges, 200, "[" + fork + "]", Map.of())
        .answersOnce("POST", merges, 201, merge, Map.of())
        .answersOnce("GET", merges, 200, "[" + merge + "]", Map.of())
        .answersOnce("PUT", merges + "/3", 200, merge, Map.of());

    Forge forge = forge(ForgeKind.GITLAB);
    ChangeRequest made = forge.propose(PROPOSAL);

    assertThat(forge.propose(PROPOSAL)).isEqualTo(made).extracting("number").isEqualTo("3");
    assertThat(server.asked())
        .extracting(Asked::method)
        .containsExactly("GET", "POST", "GET", "PUT");
    assertThat(server.asked()).extracting(Asked::authorization).containsOnly(TOKEN);
    assertThat(json(server.asked().get(1).body()))
        .isEqualTo(
            json(
                """
                {"title": "title", "description": "body", "source_branch": "promote/all",
                 "target_branch": "main", "remove_source_branch": true}
                """));
  }

  private Forge forge(ForgeKind kind) {
    return Forge.at(kind, server.uri(), "owner/kit", TOKEN, Duration.ofSeconds(5));
  }

  private static JsonNode json(String text) {
    return JsonMapper.shared().readTree(text);
  }
}
