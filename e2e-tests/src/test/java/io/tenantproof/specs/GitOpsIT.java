package io.tenantproof.specs;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantproof.junit.OnPlatform;
import io.tenantproof.junit.Quick;
import io.tenantproof.scenario.Running;
import io.tenantproof.scenario.Scenario;
import io.tenantproof.scenario.TenantView;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Claim: what git says is what runs, for each tenant by itself, and what git may not say is
 * refused.
 */
@OnPlatform
class GitOpsIT {

  private static final String A_FILE = "gitops/tenants/tenant-a-values.yaml";

  @Quick
  @Test
  void eachTenantAnswersInItsOwnName(Scenario scenario) {
    scenario.isSettled();

    assertThat(scenario.tenants()).extracting(TenantView::name).contains("tenant-a", "tenant-b");
    assertThat(scenario.tenants())
        .allSatisfy(
            tenant -> {
              assertThat(tenant.answer().tenantName()).isEqualTo(tenant.name());
              assertThat(tenant.answer().environment()).isEqualTo(tenant.tenant().environment());
              assertThat(tenant.answer().pod()).isIn(tenant.running().pods());
            });
  }

  @Quick
  @Test
  void aTenantsNamespaceSaysWhoseItIsAndTakesRestrictedPodsOnly(Scenario scenario) {
    assertThat(scenario.tenants())
        .allSatisfy(
            tenant ->
                assertThat(tenant.namespaceLabels())
                    .containsEntry("tenantproof.io/tenant", tenant.name())
                    .containsEntry("pod-security.kubernetes.io/enforce", "restricted"));
  }

  @Quick
  @Test
  void aCommitRollsOutToItsTenantAlone(Scenario scenario) {
    Running before = scenario.tenant("tenant-b").running();

    String commit =
        scenario.commit(
            "feat(tenant-a): another message",
            work ->
                work.write(
                    A_FILE, work.read(A_FILE).replaceAll("(?m)^message: .*$", "message: changed")));
    scenario.isSettledAt(commit);

    assertThat(scenario.tenant("tenant-a").answer().message()).isEqualTo("changed");
    assertThat(scenario.tenant("tenant-b").running()).isEqualTo(before);
  }

  @Test
  void aRevertRollsBack(Scenario scenario) {
    String before = scenario.tenant("tenant-a").answer().message();
    String commit =
        scenario.commit(
            "feat(tenant-a): a message to be taken back",
            work ->
                work.write(
                    A_FILE, work.read(A_FILE).replaceAll("(?m)^message: .*$", "message: bad")));
    scenario.isSettledAt(commit);
    assertThat(scenario.tenant("tenant-a").answer().message()).isEqualTo("bad");

    scenario.isSettledAt(scenario.revertLast());

    assertThat(scenario.tenant("tenant-a").answer().message()).isEqualTo(before);
  }

  @Quick
  @Test
  void driftMadeByHandIsHealed(Scenario scenario) {
    TenantView tenant = scenario.tenant("tenant-a");
    int declared = tenant.replicas();

    tenant.scaleByHand(declared + 1);
    scenario.becomes(
        "tenant-a is back at %d replicas".formatted(declared), () -> tenant.replicas() == declared);

    tenant.deleteServiceByHand();
    scenario.becomes("tenant-a has its Service again", tenant::hasService);
    assertThat(tenant.answer().tenantName()).isEqualTo("tenant-a");
  }

  @Test
  void aFileThatGoesTakesWhatItMadeWithIt(Scenario scenario) {
    TenantView tenant = scenario.tenant("tenant-a");
    scenario.isSettledAt(scenario.commitCase("config-map-added"));
    assertThat(tenant.hasConfigMap("added")).isTrue();
    assertThat(scenario.tenant("tenant-b").hasConfigMap("added")).isFalse();

    String commit =
        scenario.commit(
            "feat(demo-api): no config map any more",
            work -> work.delete("gitops/charts/demo-api/templates/config-map.yaml"));
    scenario.isSettledAt(commit);

    assertThat(tenant.hasConfigMap("added")).isFalse();
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      value = {
        "invalid-yaml                      | tenant-a-demo-api | yaml",
        "schema-violation                  | tenant-a-demo-api | replicaCount",
        "file-speaks-for-other-tenant      | tenant-a          | rename the file",
        "file-speaks-for-other-tenant      | tenant-a-demo-api | speaks for that tenant alone",
        "object-in-other-tenants-namespace | tenant-a-demo-api | tenant-b",
        "cluster-role                      | tenant-a-demo-api | ClusterRole",
        "value-file-outside-the-repository | stray             | outside repository root",
        "repository-not-allowed            | stray             | is not permitted in project"
      })
  void aBrokenCommitIsRefusedAndChangesNothingThatRuns(
      String behaviour, String application, String reason, Scenario scenario) {
    Running a = scenario.tenant("tenant-a").running();
    Running b = scenario.tenant("tenant-b").running();

    scenario.commitCase(behaviour);
    scenario.isRefused(application, reason);

    scenario.stays(
        "both tenants run what they ran before",
        () ->
            scenario.tenant("tenant-a").running().equals(a)
                && scenario.tenant("tenant-b").running().equals(b));
    assertThat(scenario.tenant("tenant-a").answer().tenantName()).isEqualTo("tenant-a");
    assertThat(scenario.tenant("tenant-b").answer().tenantName()).isEqualTo("tenant-b");
    assertThat(scenario.tenant("tenant-b").hasConfigMap("stray")).isFalse();
  }

  @Test
  void aTenantsSyncRunsAsTheTenantsOwnServiceAccount(Scenario scenario) {
    scenario.isSettledAt(scenario.commitCase("deployer-without-rights"));
    Running before = scenario.tenant("tenant-a").running();

    scenario.commit(
        "feat(tenant-a): a message that tenant-a may not roll out",
        work ->
            work.write(
                A_FILE, work.read(A_FILE).replaceAll("(?m)^message: .*$", "message: forbidden")));

    scenario.isRefused("tenant-a-demo-api", "system:serviceaccount:tenant-a:deployer");
    scenario.stays(
        "tenant-a runs what it ran before",
        () -> scenario.tenant("tenant-a").running().equals(before));
  }

  @Test
  void aFileAloneMakesATenantAndItsRemovalTakesTheTenantAway(Scenario scenario) {
    TenantView tenant = scenario.tenant("tenant-c");
    assertThat(tenant.hasNamespace()).isFalse();

    String added = scenario.commitCase("third-tenant");
    scenario.isSettledAt(added, tenant);
    assertThat(tenant.answer().tenantName()).isEqualTo("tenant-c");

    scenario.commit(
        "feat: tenant-c leaves", work -> work.delete("gitops/tenants/tenant-c-values.yaml"));
    scenario.becomes("tenant-c has no namespace any more", () -> !tenant.hasNamespace());
    scenario.becomes(
        "tenant-c has no Application any more",
        () ->
            scenario.argoCd().application("tenant-c").isEmpty()
                && scenario.argoCd().application("tenant-c-demo-api").isEmpty());
  }
}
