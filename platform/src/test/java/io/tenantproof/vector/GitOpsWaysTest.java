package io.tenantproof.vector;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.tenantproof.probe.Run;
import io.tenantproof.tenant.Tenant;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class GitOpsWaysTest {

  private static final Run RUN = new Run("0f3ab", Instant.EPOCH);
  private static final TenantSources A = sources("tenant-a");
  private static final TenantSources B = sources("tenant-b");
  private static final GitOpsWays WAYS = new GitOpsWays(RUN, GitOpsControls.of(RUN, A, B));

  @Test
  void aTenantTriesSevenApplicationsAndTheRunHasFiveControls() {
    List<GitOpsWay> ways = Stream.concat(WAYS.of(A, B).stream(), WAYS.of(B, A).stream()).toList();

    assertThat(names(ways.stream().map(GitOpsWay::trial))).hasSize(14);
    assertThat(names(ways.stream().map(GitOpsWay::control))).hasSize(5);
    assertThat(ways).extracting(way -> way.vector().id()).contains("gitops.application-elsewhere");
  }

  @Test
  void allOfThemAreOfTheRunAndNoneIsEverSynced() {
    for (GitOpsWay way : WAYS.of(A, B)) {
      for (TrialApplication one : List.of(way.trial(), way.control())) {
        GenericKubernetesResource made = one.resource(RUN);

        assertThat(made.getMetadata().getLabels()).containsEntry(Run.LABEL, "0f3ab");
        assertThat(made.getMetadata().getFinalizers()).isNullOrEmpty();
        assertThat(made.<Map<String, Object>>get("spec")).doesNotContainKey("syncPolicy");
        if (made.get("operation") != null) {
          assertThat(made.<Boolean>get("operation", "sync", "dryRun")).isTrue();
        }
      }
    }
  }

  @Test
  void aTrialIsInTheTenantsProject() {
    assertThat(WAYS.of(A, B)).extracting(way -> way.trial().project()).containsOnly("tenant-a");
    assertThat(WAYS.of(B, A)).extracting(way -> way.trial().project()).containsOnly("tenant-b");
  }

  @Test
  void aControlDiffersFromItsTrialInWhatOpensTheHoleAlone() {
    for (GitOpsWay way : WAYS.of(A, B)) {
      TrialApplication trial = way.trial();
      TrialApplication control = way.control();
      boolean inAnOpenProject = control.project().equals(new OpenProject(RUN).name());

      assertThat(control.namespace()).isEqualTo("argocd");
      assertThat(control.dryRun()).isEqualTo(trial.dryRun());
      if (inAnOpenProject) {
        assertThat(control.source()).isEqualTo(trial.source());
      } else {
        assertThat(control.project()).isEqualTo("tenant-a");
        assertThat(control.source()).isEqualTo(A.workload());
      }
    }
  }

  @Test
  void nothingOutsideTheClusterIsNamed() {
    GitSource other = A.workload().ofAnotherRepository();

    assertThat(other.repository()).isEqualTo("http://git:8080/tenantproof-not-there.git");
    assertThat(A.workload().noValuesFile()).isEqualTo("http://git:8080/tenantproof-not-there.yaml");
    assertThat(other.spec()).containsEntry("path", "gitops/charts/demo-api");
  }

  @Test
  void aTenantThatIsAloneTriesNoOther() {
    List<GitOpsWay> ways = new GitOpsWays(RUN, GitOpsControls.of(RUN, A, A)).of(A, A);

    assertThat(ways)
        .extracting(way -> way.vector().id())
        .contains("gitops.repository", "gitops.kind-namespaced")
        .doesNotContain("gitops.destination-tenant", "gitops.object-elsewhere");
  }

  private static Set<String> names(Stream<TrialApplication> applications) {
    return applications.map(TrialApplication::name).collect(Collectors.toSet());
  }

  private static TenantSources sources(String tenant) {
    return new TenantSources(
        new Tenant(tenant, "production"),
        source("gitops/charts/demo-api", tenant),
        source("gitops/charts/tenant", tenant));
  }

  private static GitSource source(String path, String tenant) {
    return new GitSource(
        Map.of(
            "repoURL",
            "http://git:8080/gitops.git",
            "targetRevision",
            "main",
            "path",
            path,
            "helm",
            Map.of("valueFiles", List.of("tenants/%s-values.yaml".formatted(tenant)))));
  }
}
