package io.tenantproof.measured;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.xml.sax.InputSource;

class BenchPageTest {

  @TempDir private Path path;

  private static List<String> all(String pattern, String html) {
    return Pattern.compile(pattern).matcher(html).results().map(one -> one.group(1)).toList();
  }

  private BenchPage page(List<BenchFile> files) {
    BenchFolder folder = new BenchFolder(path);
    files.forEach(folder::write);
    return BenchPage.of(
        folder, () -> files.isEmpty() ? Optional.empty() : Optional.of(Samples.suite()));
  }

  private String html(String name, String result) {
    return page(List.of(Samples.file(name, result))).html();
  }

  private String whole() {
    return page(Samples.all()).html();
  }

  // HTML's empty elements are not closed; all else is written as XML wants it.
  private static void parse(String html) throws Exception {
    String xml =
        html.replaceFirst("<!doctype html>", "").replaceAll("<((?:meta|link)\\b[^>]*)>", "<$1/>");
    DocumentBuilderFactory.newDefaultInstance()
        .newDocumentBuilder()
        .parse(new InputSource(new StringReader(xml)));
  }

  @Test
  void eachCommandHasItsChartWithItsDateAndItsMachine() {
    String html = whole();

    assertThat(html).contains("7 of 7 parts are measured.").doesNotContain("Not measured yet");
    for (String name : List.of("workload", "growth", "isolation", "cyclonus", "window", "boot")) {
      assertThat(html)
          .contains("<h2 id=\"%s\">".formatted(name))
          .contains(
              "<code>tenantproof bench %s</code> · <time datetime=\"2026-01-02T03:04:05Z\">"
                  .formatted(name));
    }
    assertThat(html)
        .contains("2 processors, 23.5 GiB, Linux 6.1.0, engine 26.1.5, load 3.1")
        .contains("<code>make verify</code> · <time datetime=\"2026-01-02T00:00:00Z\">");
    assertThat(all("(<rect class=\"own\")", html)).hasSize(8 + 3 + 2 + 2);
    assertThat(all("(<rect class=\"other\")", html)).hasSize(8 + 3 + 1);
    assertThat(all("(<circle )", html)).hasSize(2 * 2 + 1 + 2 * 2);
    assertThat(all("(<rect class=\"longest\" x)", html)).hasSize(2);
    assertThat(all("(<rect class=\"step\" x)", html)).hasSize(1);
  }

  @Test
  void theWorkloadHasRatioAndTarget() {
    assertThat(whole())
        .contains("more is better; ratio 0.41; target ratio 1 or more, missed ✗")
        .contains("less is better; ratio 1.87; target 90 MiB, met ✓")
        .contains("<th scope=\"row\">demo-api</th>", "<td class=\"number\">15,533</td>")
        .contains("<rect class=\"own\" x=\"0\" y=\"2\" width=\"41.46%\"");
  }

  @Test
  void growthHasItsNumbersAsATableToo() {
    assertThat(whole())
        .contains("12,195 ways between 20 tenants in 42.8 s")
        .contains("target 60 s</text>", "target 8 GiB</text>")
        .contains("<th scope=\"row\" class=\"number\">20</th><td class=\"number\">380</td>")
        .contains("<td class=\"number\">not known</td>")
        .contains("<td class=\"number\">3.51 ms</td>");
  }

  @Test
  void theProofBesideCyclonusHasRatioAndTarget() {
    assertThat(whole())
        .contains("6.84 times faster a check with 2 tenants: the median of 3 rounds in turns")
        .contains("less is better; target 10 times, missed ✗");
    assertThat(html("cyclonus", Samples.CYCLONUS.replace("6.84", "16.84")))
        .contains("less is better; target 10 times, met ✓");
  }

  @Test
  void theBootIsOnItsClockAndSaysWhatBoundsItAndWhatIsNotKnown() {
    assertThat(whole())
        .contains("92.5 s, bound by &quot;images imported&quot;: 92.5 s, 100.0 %")
        .contains(">1:20</text>")
        .contains("<tr class=\"critical\"><th scope=\"row\"><span class=\"mark\">◆</span>images")
        .contains("<rect class=\"step\" x=\"0.00%\" width=\"4.33%\"")
        .contains("Not known: all APIs answer: it is &lt;not&gt; so");
  }

  @Test
  void theSpecsBeginWithTheLongest() {
    assertThat(all("<th scope=\"row\">(\\w+IT|boot of the platform)</th>", whole()))
        .containsExactly("ResilienceIT", "GitOpsIT", "boot of the platform");
  }

  @Test
  void whatMustNotBeIsSaid() {
    assertThat(html("workload", Samples.WORKLOAD.replace("\"failed\": 0}]", "\"failed\": 7}]")))
        .contains("7 requests were not answered: the figures say nothing.");
    assertThat(html("isolation", Samples.ISOLATION.replace("\"bad\": 0}]", "\"bad\": 2}]")))
        .contains("2 ways were not as they must be: the figures say nothing.");
    assertThat(
            html(
                "cyclonus",
                Samples.CYCLONUS.replace("\"notAsTheyMustBe\": 0}]", "\"notAsTheyMustBe\": 4}]")))
        .contains("4 checks were not as they must be: the figures say nothing.");
    assertThat(
            html(
                "window",
                Samples.WINDOW.replace(
                    "\"passed\": 0, \"firstPassedMedianMs\": -1",
                    "\"passed\": 3, \"firstPassedMedianMs\": 2")))
        .contains(
            "Something passed that must not.", "must not pass: 3 of 2,148", "rect class=\"bad\"");
  }

  @Test
  void whatIsMissingNamesItsCommand() {
    BenchPage page = page(List.of());

    assertThat(page.missing())
        .containsExactly(
            "tenantproof bench workload",
            "tenantproof bench growth",
            "tenantproof bench isolation",
            "tenantproof bench cyclonus",
            "tenantproof bench window",
            "tenantproof bench boot",
            "make verify");
    assertThat(page.html())
        .contains("0 of 7 parts are measured.")
        .contains("Not measured yet: <code>tenantproof bench growth</code>")
        .contains("No run yet: <code>make verify</code>");
  }

  @Test
  void aFileThatIsNoneTakesItsOwnPartOnly() throws Exception {
    BenchFolder folder = new BenchFolder(path);
    folder.write(Samples.file("growth", Samples.GROWTH));
    folder.write(Samples.file("window", "{}"));
    Files.writeString(folder.file("boot"), "{\"format\": 1");

    assertThat(BenchPage.of(folder, Optional::empty).html())
        .contains("boot.json can&#39;t be read: expected a file as docs/bench.schema.json says")
        .contains("expected ways, found none: <code>tenantproof bench window</code>")
        .contains("66 pods");
  }

  @Test
  void soDoesARunThatCantBeRead() {
    assertThat(
            BenchPage.of(
                    new BenchFolder(path),
                    () -> {
                      throw new IllegalStateException("run.json can't be read");
                    })
                .html())
        .contains("run.json can&#39;t be read: <code>make verify</code>");
  }

  @Test
  void isWellFormedAndLoadsNothing() {
    for (String html : List.of(whole(), new BenchPageTest().emptyPage())) {
      assertThatCode(() -> parse(html)).doesNotThrowAnyException();
      assertThat(all("(?:src|href)=\"([^\"]*)\"", html))
          .allSatisfy(link -> assertThat(link).matches("#[\\w-]+|data:image/svg\\+xml,.*"));
      assertThat(all(" id=\"([\\w-]+)", html)).doesNotHaveDuplicates();
      assertThat(html)
          .contains("default-src 'none'")
          .doesNotContain("<script", "@import")
          .doesNotContainPattern("<[^>]* style=");
      assertThat(all("<(th\\b[^>]*)>", html)).allMatch(one -> one.contains("scope="));
      assertThat(all("<(caption)\\b", html)).hasSameSizeAs(all("<(table)\\b", html));
    }
  }

  private String emptyPage() {
    return BenchPage.of(new BenchFolder(Path.of("absent")), Optional::empty).html();
  }
}
