package io.tenantproof.vector;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantproof.isolation.Observation;
import io.tenantproof.isolation.Observation.State;
import io.tenantproof.vector.ArgoCdAnswer.TriedOut;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TriedOutTest {

  private static final TriedOut BINDING =
      new TriedOut("RoleBinding", ":RoleBinding is not permitted in project");
  private static final TriedOut OBJECT =
      new TriedOut("ServiceAccount", "namespace tenant-b is not permitted in project");

  private static final String INVALID_TASKS =
      """
      sync: {status: OutOfSync}
      operationState:
        phase: Failed
        message: one or more synchronization tasks are not valid
        operation: {initiatedBy: {username: tenantproof}, sync: {dryRun: true}}
        syncResult:
          resources:
          - group: rbac.authorization.k8s.io
            kind: RoleBinding
            name: deployer
            namespace: tenant-b
            status: SyncFailed
            message: resource rbac.authorization.k8s.io:RoleBinding is not permitted in project tenant-a
          - kind: ServiceAccount
            name: deployer
            namespace: tenant-b
            status: SyncFailed
            message: namespace tenant-b is not permitted in project 'tenant-a'
      """;

  @Test
  void aDryRunIsReadObjectByObject() {
    assertThat(state(BINDING, INVALID_TASKS)).contains(State.REFUSED);
    assertThat(state(OBJECT, INVALID_TASKS)).contains(State.REFUSED);
    assertThat(OBJECT.meaning(StubArgoCd.said(INVALID_TASKS)).orElseThrow().seen())
        .isEqualTo(
            "ServiceAccount deployer refused: namespace tenant-b is not permitted in project"
                + " 'tenant-a'");
  }

  @Test
  void aKindThatIsRefusedForItsNamespaceIsNotRefusedForItself() {
    TriedOut kind = new TriedOut("ServiceAccount", ":ServiceAccount is not permitted in project");

    assertThat(state(kind, INVALID_TASKS)).contains(State.FAILED);
    assertThat(state(new TriedOut("Namespace", ":Namespace is not"), INVALID_TASKS))
        .contains(State.FAILED);
  }

  @Test
  void aDryRunThatSucceedsWasLetIn() {
    assertThat(
            state(
                BINDING,
                "operationState: {phase: Succeeded, message: successfully synced (no more tasks)}"))
        .contains(State.ALLOWED);
  }

  @Test
  void aDryRunThatKubernetesRefusesIsRefused() {
    assertThat(
            state(
                BINDING,
                """
                operationState:
                  phase: Failed
                  message: one or more objects failed to apply (dry run)
                  syncResult:
                    resources:
                    - kind: RoleBinding
                      name: deployer
                      status: SyncFailed
                      message: 'rolebindings.rbac.authorization.k8s.io "deployer" is forbidden: User "system:serviceaccount:tenant-a:deployer" cannot get'
                """))
        .contains(State.REFUSED);
  }

  @Test
  void aDryRunThatDidNotGetSoFarProvesNothing() {
    assertThat(state(BINDING, "operationState: {phase: Running}")).isEmpty();
    assertThat(state(BINDING, "sync: {status: OutOfSync}")).isEmpty();
    assertThat(
            state(BINDING, "operationState: {phase: Error, message: ComparisonError no such path}"))
        .contains(State.FAILED);
  }

  private static Optional<State> state(ArgoCdAnswer answer, String status) {
    return answer.meaning(StubArgoCd.said(status)).map(Observation::state);
  }
}
