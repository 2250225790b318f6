package io.tenantproof.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RunMarkdownTest {

  @Test
  void saysWhatCameOfItAndWhereTheEvidenceIs() {
    assertThat(RunMarkdown.of(Runs.ofAllOutcomes()))
        .startsWith("## Failed\n\n5 tests: 1 failed, 1 skipped, 3 passed, in 21 min 14 s.\n")
        .contains("| GitOpsIT | 1 failed, 1 passed | 1 min 23 s |\n")
        .contains("### Failed\n\n- **GitOpsIT** drift made by hand is healed: NotMet")
        .contains("(evidence: `../dumps/GitOpsIT/driftMadeByHandIsHealed`)")
        .contains("### Skipped\n\n- **DashboardsIT** grafana has loaded each dashboard: SKIPPED");
    assertThat(RunMarkdown.of(Runs.good())).startsWith("## Passed\n").doesNotContain("###");
  }

  @Test
  void saysWhyThereWasNoPlatform() {
    assertThat(RunMarkdown.of(Runs.withoutPlatform()))
        .contains("\nThe platform did not come up: cluster: waiting for the API server\n");
    assertThat(RunMarkdown.of(Runs.withoutAWord()))
        .contains("\nThe platform did not come up: cluster: its reason is below\n");
  }

  @Test
  void whatAHostileServerAnsweredIsText() {
    assertThat(RunMarkdown.of(Runs.ofAllOutcomes()))
        .contains("&lt;script&gt;alert('x')&lt;/script&gt;")
        .contains("&#64;\\|red \"&amp;\"\\|&#64;")
        .doesNotContain("<script", "\u001b");
  }
}
