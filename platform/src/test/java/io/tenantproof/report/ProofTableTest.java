package io.tenantproof.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ProofTableTest {

  @Test
  void oneLineAVector() {
    assertThat(ProofTable.of(Proofs.ofAllVerdicts()).lines().limit(4))
        .containsExactly(
            "",
            "network",
            "cut off        the cluster's DNS: 1 cut off, 1 served",
            "unproven       the platform's own pods: 2 unproven, 1 isolated");
  }

  @Test
  void whatNeedsSomebodySaysWhatToDo() {
    assertThat(ProofTable.of(Proofs.ofAllVerdicts()))
        .contains(
            """
            UNPROVEN       the platform's own pods
              way          a to argocd/repo
              target       10.42.0.4:8081
              seen         shut (no answer (3 attempts)), but the control did not get
                             through either: no answer (3 attempts)
              guardrail    NetworkPolicies of the tenant (egress) and of the platform's
                             namespace (ingress)
              next         see why the control did not get through, then prove again
            """)
        .containsOnlyOnce("BREACHED")
        .containsOnlyOnce("CUT OFF");
  }

  @Test
  void whatExplainsManyFindingsIsSaidInTheirPlace() {
    String table = ProofTable.of(Proofs.ofNoEnforcement());

    assertThat(table)
        .containsOnlyOnce("CAUSE          The network of the cluster tenantproof-demo enforces no")
        .contains("  findings     2 follow from it")
        .doesNotContain("BREACHED", "guardrail");
    assertThat(table.lines()).allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(80));
    assertThat(ProofTable.of(Proofs.ofAllVerdicts())).doesNotContain("CAUSE");
  }

  @Test
  void endsWithTheProofInASentence() {
    assertThat(ProofTable.of(Proofs.good()))
        .endsWith("\nIsolated: 2 tenants, 1 family, 1 finding: 1 isolated. 12.3 s.\n")
        .doesNotContain("UNPROVEN");
  }

  @Test
  void fitsTheConsole() {
    assertThat(ProofTable.of(Proofs.ofAllVerdicts()).lines())
        .allSatisfy(line -> assertThat(line.length()).isLessThanOrEqualTo(80));
    assertThat(ProofTable.of(Proofs.large()).lines())
        .allSatisfy(line -> assertThat(line.length()).isLessThanOrEqualTo(80));
  }

  @Test
  void whatAHostileServerAnsweredSteersNoTerminal() {
    assertThat(ProofTable.of(Proofs.ofAllVerdicts()))
        .contains("200 <script>alert('x')</script> [31m@ |red \"&\"|@")
        .doesNotContain("\u001b");
  }
}
