package io.tenantproof.vector;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantproof.isolation.Observation;
import io.tenantproof.isolation.Observation.State;
import io.tenantproof.vector.ArgoCdAnswer.Compared;
import io.tenantproof.vector.ArgoCdAnswer.Noticed;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ArgoCdAnswerTest {

  private static final Compared DESTINATION =
      Compared.unless("do not match any of the allowed destinations");
  private static final Compared REPOSITORY =
      Compared.unless("is not permitted in project").orLetIn("Failed to load target state");
  private static final Compared VALUE_FILE =
      Compared.unless("outside repository root").orLetIn("etc/passwd");

  private static final String DESTINATION_REFUSED =
      """
      conditions:
      - type: InvalidSpecError
        lastTransitionTime: "2026-11-25T01:36:10Z"
        message: >-
          application destination server 'https://kubernetes.default.svc' and namespace 'tenant-b' do not match any of
          the allowed destinations in project 'tenant-a'
      health: {status: Unknown}
      sync: {status: Unknown, comparedTo: {}}
      """;
  private static final String NO_REPOSITORY =
      """
      conditions:
      - type: ComparisonError
        message: >-
          Failed to load target state: failed to generate manifest for source 1 of 1: rpc error: code = Unknown desc =
          failed to list refs: repository not found
      health: {status: Healthy}
      sync: {status: Unknown}
      """;
  private static final String COMPARED =
      """
      conditions:
      - {type: SharedResourceWarning, message: Deployment/demo-api is part of applications argocd/one and two}
      health: {status: Healthy}
      sync: {status: OutOfSync, revision: 545c12d0b425bdf3fe178f085d76894bcdd9a0a2}
      """;

  @Test
  void theGuardrailsOwnWordsAreARefusal() {
    assertThat(state(DESTINATION, DESTINATION_REFUSED)).contains(State.REFUSED);
    assertThat(DESTINATION.meaning(StubArgoCd.said(DESTINATION_REFUSED)).orElseThrow().seen())
        .startsWith("InvalidSpecError: application destination server")
        .contains("'tenant-b'");
  }

  @Test
  void anErrorOfAnotherKindSaysNothingOfTheGuardrail() {
    assertThat(state(REPOSITORY, DESTINATION_REFUSED)).isEmpty();
    assertThat(state(DESTINATION, NO_REPOSITORY)).isEmpty();
    assertThat(
            state(
                DESTINATION,
                """
                conditions:
                - type: InvalidSpecError
                  message: Application referencing project tenantproof-open-0f3ab which does not exist
                sync: {status: OutOfSync}
                """))
        .isEmpty();
  }

  @Test
  void whatIsComparedWasLetIn() {
    assertThat(state(DESTINATION, COMPARED)).contains(State.ALLOWED);
    assertThat(state(DESTINATION, "sync: {status: Synced}")).contains(State.ALLOWED);
    assertThat(state(DESTINATION, "sync: {status: Unknown}")).isEmpty();
  }

  @Test
  void aWarningIsNoRefusal() {
    assertThat(
            state(
                DESTINATION,
                """
                conditions:
                - type: OrphanedResourceWarning
                  message: they do not match any of the allowed destinations
                sync: {status: OutOfSync}
                """))
        .contains(State.ALLOWED);
  }

  @Test
  void whoeverLooksForTheRepositoryWasLetIn() {
    assertThat(state(REPOSITORY, NO_REPOSITORY)).contains(State.ALLOWED);
    assertThat(
            state(
                REPOSITORY,
                "conditions: [{type: InvalidSpecError, message: application repo"
                    + " http://git/none.git is not permitted in project 'tenant-a'}]"))
        .contains(State.REFUSED);
  }

  @Test
  void whoeverReadsTheFileWasLetIn() {
    assertThat(
            state(
                VALUE_FILE,
                """
                conditions:
                - type: ComparisonError
                  message: "Failed to load target state: error resolving helm value files: file '../../etc/passwd' resolved to outside repository root"
                """))
        .contains(State.REFUSED);
    assertThat(
            state(
                VALUE_FILE,
                """
                conditions:
                - type: ComparisonError
                  message: "Failed to load target state: Error: failed to parse /etc/passwd: cannot unmarshal string"
                """))
        .contains(State.ALLOWED);
    assertThat(state(VALUE_FILE, NO_REPOSITORY)).isEmpty();
  }

  @Test
  void anyStatusIsNotice() {
    assertThat(state(new Noticed(), DESTINATION_REFUSED)).contains(State.ALLOWED);
    assertThat(state(new Noticed(), "health: {status: Missing}")).contains(State.ALLOWED);
    assertThat(state(new Noticed(), "{}")).isEmpty();
  }

  private static Optional<State> state(ArgoCdAnswer answer, String status) {
    return answer.meaning(StubArgoCd.said(status)).map(Observation::state);
  }
}
