package io.tenantproof.argocd;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.client.utils.Serialization;
import org.junit.jupiter.api.Test;

class ApplicationReaderTest {

  private static final String COMMIT = "0123456789abcdef0123456789abcdef01234567";

  @Test
  void aSyncedAndHealthyOneHasNoComplaint() {
    Application application =
        read(
            """
            sync: {status: Synced, revision: %s}
            health: {status: Healthy}
            operationState: {phase: Succeeded, message: successfully synced}
            """
                .formatted(COMMIT));

    assertThat(application.isSettledAt(COMMIT)).isTrue();
    assertThat(application.complaint()).isEmpty();
  }

  @Test
  void anotherCommitOrARunningSyncIsNotSettled() {
    Application application =
        read(
            """
            sync: {status: Synced, revision: %s}
            health: {status: Healthy}
            operationState: {phase: Running, message: waiting for healthy state}
            """
                .formatted(COMMIT));

    assertThat(application.isSettledAt(COMMIT)).isFalse();
    assertThat(application.isSettledAt(COMMIT.replace('0', 'f'))).isFalse();
  }

  @Test
  void complaintsNameConditionsRefusedResourcesAndUnhealthyOnes() {
    Application application =
        read(
            """
            sync: {status: OutOfSync}
            conditions:
            - {type: ComparisonError, message: values don't meet the specifications}
            operationState:
              phase: Failed
              message: one or more objects failed to apply
              syncResult:
                resources:
                - {kind: ConfigMap, name: stray, status: SyncFailed, message: not permitted}
                - {kind: Service, name: fine, status: Synced}
            resources:
            - {kind: Deployment, name: demo-api, status: Synced, health: {status: Degraded, message: no pod}}
            - {kind: Service, name: fine, status: Synced, health: {status: Healthy}}
            """);

    assertThat(application.complaint())
        .contains("ComparisonError: values don't meet the specifications")
        .contains("ConfigMap stray refused: not permitted")
        .contains("sync Failed: one or more objects failed to apply")
        .contains("Deployment demo-api Synced Degraded: no pod")
        .doesNotContain("fine");
  }

  @Test
  void oneThatArgoCdHasNotSeenYetIsEmpty() {
    Application application = read("{}");

    assertThat(application.isSettledAt(COMMIT)).isFalse();
    assertThat(application)
        .hasToString("one is not compared yet and of no health yet at no revision");
  }

  private static Application read(String status) {
    String text =
        """
        apiVersion: argoproj.io/v1alpha1
        kind: Application
        metadata: {name: one}
        spec: {project: platform}
        status:
        """
            + status.indent(2);
    return ApplicationReader.read(Serialization.unmarshal(text, GenericKubernetesResource.class));
  }
}
