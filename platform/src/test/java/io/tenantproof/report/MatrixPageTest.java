package io.tenantproof.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantproof.isolation.Observation;
import io.tenantproof.isolation.Verdict;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class MatrixPageTest {

  private static final int LARGEST = 300 * 1024;

  private static List<String> all(String pattern, String html) {
    return Pattern.compile(pattern).matcher(html).results().map(one -> one.group(1)).toList();
  }

  private static String only(String pattern, String html) {
    List<MatchResult> found = Pattern.compile(pattern).matcher(html).results().toList();
    assertThat(found).as(pattern).hasSize(1);
    return found.getFirst().group(1);
  }

  @Test
  void saysFirstWhetherTenantsAreIsolated() {
    assertThat(MatrixPage.of(Proofs.ofAllVerdicts()))
        .contains("<header class=\"bad\">\n<h1>Not isolated</h1>")
        .contains("2 tenants, 3 families, 9 findings: 1 breached, 1 cut off, 2 unproven");
    assertThat(MatrixPage.of(Proofs.good()))
        .contains("<header class=\"good\">\n<h1>Isolated</h1>")
        .contains("2 tenants, 1 family, 1 finding: 1 isolated.")
        .doesNotContain("What to look at");
  }

  @Test
  void whatExplainsManyFindingsStandsInTheirPlace() {
    assertThat(MatrixPage.of(Proofs.ofNoEnforcement()))
        .contains("The cause</h2>\n<p>The network of the cluster tenantproof-demo enforces no")
        .doesNotContain("What to look at");
    assertThat(MatrixPage.of(Proofs.ofAllVerdicts())).doesNotContain("The cause</h2>");
  }

  @Test
  void nothingTriedIsNothingProven() {
    assertThat(MatrixPage.of(Proofs.proof(List.of())))
        .contains("<header class=\"bad\">\n<h1>Isolation is not proven</h1>", "nothing was tried");
  }

  @Test
  void everyVerdictHasALetterOfItsOwn() {
    String html = MatrixPage.of(Proofs.ofAllVerdicts());

    assertThat(all("<dt><span class=\"sign (\\w)\"", html))
        .hasSameSizeAs(Verdict.values())
        .doesNotHaveDuplicates();
    assertThat(all("<button class=(\\w) ", html))
        .containsExactlyInAnyOrder("I", "B", "S", "C", "U", "U", "N", "K");
  }

  @Test
  void aCellShowsTheWorstOfItsFindingsAndTheirNumber() {
    assertThat(MatrixPage.of(Proofs.ofAllVerdicts()))
        .contains("aria-label=\"a to argocd: unproven 2\">U<small>2</small></button>");
  }

  @Test
  void everyCellOpensWhatWasSeen() {
    String html = MatrixPage.of(Proofs.ofAllVerdicts());
    List<String> opened = all("<td><button class=\\w popovertarget=(\\w+) ", html);

    assertThat(opened)
        .hasSize(8)
        .containsExactlyInAnyOrderElementsOf(all("<div popover id=(\\w+) ", html));
    assertThat(all(" id=\"?(\\w+)", html)).doesNotHaveDuplicates();
    assertThat(html)
        .contains("</b> 10.42.0.7:8080<dd>")
        .contains("<dd>seen: dropped for 1.5 s, no answer (3 attempts)")
        .contains("<dd>control: allowed, connected")
        .contains("Guardrail: NetworkPolicy default-deny of both tenants")
        .contains("</b> argocd/server, 10.42.0.3:8080<dd>");
  }

  @Test
  void whatAHostileServerAnsweredIsText() {
    assertThat(MatrixPage.of(Proofs.ofAllVerdicts()))
        .contains("200 &lt;script&gt;alert(&#39;x&#39;)")
        .doesNotContain("<script");
  }

  @Test
  void namesOfAHostileTenantAreTextToo() {
    String name = "\"><img src=x onerror=alert(1)>";

    assertThat(
            MatrixPage.of(
                Proofs.proof(
                    List.of(Proofs.open(Proofs.DNS, name, name, name, Observation.allowed(name))))))
        .contains("&quot;&gt;&lt;img src")
        .doesNotContain("<img");
  }

  @Test
  void allowsItsOwnStyleByHashAndNoScript() throws Exception {
    String html = MatrixPage.of(Proofs.ofAllVerdicts());
    byte[] style = only("(?s)<style>(.*)</style>", html).getBytes(StandardCharsets.UTF_8);
    String hash =
        Base64.getEncoder().encodeToString(MessageDigest.getInstance("SHA-256").digest(style));

    assertThat(only("http-equiv=\"Content-Security-Policy\" content=\"([^\"]*)\"", html))
        .startsWith("default-src 'none'; style-src 'sha256-" + hash + "';")
        .doesNotContain("unsafe", "script-src");
    assertThat(html).doesNotContainPattern("<[^>]* style=");
  }

  @Test
  void loadsNothingFromElsewhere() {
    String html = MatrixPage.of(Proofs.ofAllVerdicts());

    assertThat(all("(?:src|href)=\"([^\"]*)\"", html))
        .isNotEmpty()
        .allSatisfy(link -> assertThat(link).matches("#[a-z]+|data:image/svg\\+xml,.*"));
    assertThat(html).doesNotContain("@import", "url(");
  }

  @Test
  void tablesCanBeHeard() {
    String html = MatrixPage.of(Proofs.ofAllVerdicts());

    assertThat(all("<(th\\b[^>]*)>", html)).isNotEmpty().allMatch(one -> one.contains("scope="));
    assertThat(all("<(caption)>", html)).hasSameSizeAs(all("<(table)\\b", html));
    assertThat(html)
        .contains("<html lang=\"en\">", "width=device-width", "prefers-color-scheme: dark");
  }

  @Test
  void familiesThatWereNotLookedAtAreNamed() {
    assertThat(MatrixPage.of(Proofs.ofAllVerdicts()))
        .contains("<th scope=\"row\">storage</th><td>not looked at</td>")
        .contains("<a href=\"#network\">network</a></th><td>3</td>");
  }

  @Test
  void aRunOnTwoTenantsIsASmallPage() {
    String html = MatrixPage.of(Proofs.large());

    assertThat(Proofs.large().findings()).hasSize(720);
    assertThat(html.getBytes(StandardCharsets.UTF_8)).hasSizeLessThan(LARGEST);
  }
}
