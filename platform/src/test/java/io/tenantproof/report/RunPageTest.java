package io.tenantproof.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class RunPageTest {

  private static final int LARGEST = 700 * 1024;

  private static List<String> all(String pattern, String html) {
    return Pattern.compile(pattern).matcher(html).results().map(one -> one.group(1)).toList();
  }

  @Test
  void saysFirstWhetherTheClaimsHold() {
    assertThat(RunPage.of(Runs.ofAllOutcomes()))
        .contains("<header class=\"bad\">\n<h1>Failed</h1>")
        .contains("5 tests: 1 failed, 1 skipped, 3 passed, in 21 min 14 s.")
        .contains("<p>Not isolated: 2 tenants, ");
    assertThat(RunPage.of(Runs.good()))
        .contains("<header class=\"good\">\n<h1>Passed</h1>", "1 test: 1 passed, in")
        .contains("<p>Isolated: 2 tenants, ")
        .doesNotContain("<h2 id=\"failed\">", "<h2 id=\"skipped\">");
  }

  @Test
  void aFailureIsShownWithItsReasonStepsAndEvidence() {
    String html = RunPage.of(Runs.ofAllOutcomes());

    assertThat(html)
        .contains("GitOpsIT: drift made by hand is healed</h3>")
        .contains("<pre>NotMet: Expected: tenant-a has its Service again.")
        .contains("<a href=\"../dumps/GitOpsIT/driftMadeByHandIsHealed/index.html\">")
        .contains("<a href=\"#test-1\">Its steps</a>")
        .contains("<details id=\"test-1\" open>")
        .contains("<td>tenant-a has its Service again</td><td>it is not so: 200 &lt;script");
    assertThat(html).contains("<details id=\"test-0\">");
  }

  @Test
  void whatWasSkippedSaysWhy() {
    assertThat(RunPage.of(Runs.ofAllOutcomes()))
        .contains(
            "DashboardsIT: grafana has loaded each dashboard</a>"
                + "<span class=\"quiet\">SKIPPED: Grafana is an official image only");
  }

  @Test
  void aBootThatFailedIsTheFirstThingToRead() {
    String html = RunPage.of(Runs.withoutPlatform());

    assertThat(html)
        .contains("<h1>Failed</h1>", "The platform did not come up</h2>")
        .contains("cluster</h3><p class=\"said\">waiting for the API server</p>")
        .contains("Isolation: no test of this run tried all families.")
        .contains("Not measured: the platform did not come up")
        .contains("Not known: the platform did not come up");
    assertThat(html).doesNotContain("<polyline");
  }

  @Test
  void everyStepAndTestIsABarOnTheClock() {
    String html = RunPage.of(Runs.ofAllOutcomes());

    assertThat(all("<rect class=\"(\\w+)\" x=\"[\\d.]+%\"", html))
        .hasSize(8 + 5)
        .contains("step", "passed", "failed", "skipped");
    assertThat(html)
        .contains("<title>images, 31.0 s</title>")
        .contains("<title>drift made by hand is healed: failed, 1 min 00 s</title>")
        .contains("text-anchor=\"start\">0:00</text>", ">20:00</text>");
  }

  @Test
  void aBarIsWhereItsTimeIs() {
    // 33 s and 14 s of 21 min 14 s.
    assertThat(RunPage.of(Runs.ofAllOutcomes()))
        .contains("<rect class=\"step\" x=\"2.59%\" width=\"1.10%\"");
  }

  @Test
  void aTenantsMeasuresAreLinesWithTheirFigures() {
    String html = RunPage.of(Runs.ofAllOutcomes());

    assertThat(html)
        .contains("<h3>Requests per second</h3>", "<h3>99 of 100 requests took at most</h3>")
        .contains("<b>tenant-a</b> <span class=\"quiet\">highest 6.72, mean")
        .contains("Not measured: log lines per second: Loki: connection refused");
    // Two measures of two tenants, each in two pieces: nothing was measured between them.
    assertThat(all("(<polyline)", html)).hasSize(8);
  }

  @Test
  void versionsAndDigestsAreThere() {
    assertThat(RunPage.of(Runs.ofAllOutcomes()))
        .contains("quay.io/argoproj/argocd:v3.6.1</th><td>Argo CD</td><td>Apache-2.0</td><td>yes")
        .contains("<code>sha256:0123456789abcdef0123")
        .contains("grafana/grafana:12.1.1</th><td>Grafana</td><td>AGPL-3.0</td><td>no")
        .contains("<dt>Kubernetes</dt><dd>v1.36.4+k3s1</dd>");
  }

  @Test
  void whatAHostileServerAnsweredIsText() {
    String html = RunPage.of(Runs.ofAllOutcomes());

    assertThat(html).contains("200 &lt;script&gt;alert(&#39;x&#39;)").doesNotContain("<script");
    assertThat(html).doesNotContainPattern("<[^>]* style=");
  }

  @Test
  void loadsNothingAndEveryLinkOfThePageHasItsPlace() {
    String html = RunPage.of(Runs.ofAllOutcomes());
    List<String> links = all("(?:src|href)=\"([^\"]*)\"", html);

    assertThat(links)
        .isNotEmpty()
        .allSatisfy(
            link -> assertThat(link).matches("#[\\w-]+|data:image/svg\\+xml,.*|\\.\\./dumps/.*"));
    assertThat(all(" id=\"?([\\w-]+)", html))
        .doesNotHaveDuplicates()
        .containsAll(all("href=\"#([^\"]*)\"", html));
    assertThat(html).doesNotContain("@import").contains("default-src 'none'");
  }

  @Test
  void tablesCanBeHeard() {
    String html = RunPage.of(Runs.ofAllOutcomes());

    assertThat(all("<(th\\b[^>]*)>", html)).isNotEmpty().allMatch(one -> one.contains("scope="));
    assertThat(all("<(caption)\\b", html)).hasSameSizeAs(all("<(table)\\b", html));
  }

  @Test
  void aWholeRunIsASmallPage() {
    String html = RunPage.of(Runs.large());

    assertThat(html.getBytes(StandardCharsets.UTF_8)).hasSizeLessThan(LARGEST);
  }
}
