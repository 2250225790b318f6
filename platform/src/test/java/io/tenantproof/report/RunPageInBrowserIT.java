package io.tenantproof.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Media;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RunPageInBrowserIT {

  private static final Path SHOTS = Path.of("target/screenshots");
  private static final double A_SECOND = 1_000;
  private static final int DESK = 1280;
  private static final int PHONE = 390;

  // What it finds, with the elements; a page without violations has an empty list.
  private static final String VIOLATIONS =
      "async () => (await axe.run()).violations.map("
          + "v => v.id + ': ' + v.nodes.slice(0, 3).map(n => n.html + ' ' + n.failureSummary))";

  @TempDir private Path folder;

  private Browser browser;

  @BeforeAll
  void start() {
    browser = Browser.start();
  }

  @AfterAll
  void stop() {
    if (browser != null) {
      browser.close();
    }
  }

  private String written(String html) throws IOException {
    return Files.writeString(folder.resolve("index.html"), html).toUri().toString();
  }

  private static String axe() throws IOException {
    try (InputStream in = RunPageInBrowserIT.class.getResourceAsStream("/axe.min.js")) {
      return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private static List<?> violations(Page page) throws IOException {
    page.evaluate(axe());
    return (List<?>) page.evaluate(VIOLATIONS);
  }

  @ParameterizedTest
  @EnumSource(
      value = ColorScheme.class,
      names = {"LIGHT", "DARK"})
  void loadsNothingAndTheConsoleIsSilent(ColorScheme colours) throws IOException {
    List<String> said = new ArrayList<>();
    List<String> loaded = new ArrayList<>();
    try (Page page = browser.page(colours, DESK)) {
      page.onConsoleMessage(message -> said.add(message.text()));
      page.onPageError(said::add);
      page.onRequest(request -> loaded.add(request.url()));
      String address = written(RunPage.of(Runs.ofAllOutcomes()));

      page.navigate(address);

      assertThat(said).isEmpty();
      assertThat(loaded).filteredOn(one -> !one.startsWith("data:")).containsExactly(address);
      // The same listener hears what a page says that breaks its own rules.
      page.evaluate(
          "document.body.insertAdjacentHTML('beforeend', '<b style=\"color:red\">x</b>')");
      assertThat(said).isNotEmpty();
    }
  }

  @ParameterizedTest
  @CsvSource({"LIGHT, 1280", "DARK, 1280", "LIGHT, 390"})
  void canBeUsedByEverybody(ColorScheme colours, int width) throws IOException {
    try (Page page = browser.page(colours, width)) {
      page.navigate(written(RunPage.of(Runs.ofAllOutcomes())));
      page.evaluate("document.querySelectorAll('details').forEach(d => d.open = true)");

      page.screenshot(
          new Page.ScreenshotOptions()
              .setFullPage(true)
              .setPath(SHOTS.resolve("run-%s-%d.png".formatted(colours, width))));
      assertThat(violations(page)).isEmpty();
    }
  }

  @Test
  void aPageThatSomeCanNotUseIsFound() throws IOException {
    try (Page page = browser.page(ColorScheme.LIGHT, DESK)) {
      page.navigate(written(RunPage.of(Runs.good()).replace("<html lang=\"en\">", "<html>")));

      assertThat(violations(page).toString()).contains("html-has-lang");
    }
  }

  @Test
  void fitsAPhone() throws IOException {
    try (Page page = browser.page(ColorScheme.LIGHT, PHONE)) {
      page.navigate(written(RunPage.of(Runs.ofAllOutcomes())));

      assertThat(page.evaluate("document.documentElement.scrollWidth")).isEqualTo(PHONE);
    }
  }

  @Test
  void aTestOpensByTheKeyboard() throws IOException {
    try (Page page = browser.page(ColorScheme.LIGHT, DESK)) {
      page.navigate(written(RunPage.of(Runs.ofAllOutcomes())));
      Locator steps = page.locator("#test-0 .inside");
      assertThat(steps.isVisible()).isFalse();

      page.locator("#test-0 summary").focus();
      page.keyboard().press("Enter");

      assertThat(steps.isVisible()).isTrue();
    }
  }

  @Test
  void onPaperAllIsOpen() throws IOException {
    try (Page page = browser.page(ColorScheme.LIGHT, DESK)) {
      page.navigate(written(RunPage.of(Runs.ofAllOutcomes())));
      Locator steps = page.locator("#test-0 .inside");
      assertThat(steps.isVisible()).isFalse();

      page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));

      assertThat(steps.isVisible()).isTrue();
      assertThat(page.locator("nav").isVisible()).isFalse();
    }
  }

  @Test
  void aWholeRunOpensWithinASecond() throws IOException {
    String address = written(RunPage.of(Runs.large()));
    try (Page page = browser.page(ColorScheme.LIGHT, DESK)) {
      double best =
          DoubleStream.generate(
                  () -> {
                    page.navigate(address);
                    return ((Number)
                            page.evaluate(
                                "performance.getEntriesByType('navigation')[0].domComplete"))
                        .doubleValue();
                  })
              .limit(3)
              .min()
              .orElseThrow();

      assertThat(best).isPositive().isLessThan(A_SECOND);
    }
  }

  @Test
  void theFilesOfADumpCanBeUsedByEverybodyToo() throws IOException {
    try (Page page = browser.page(ColorScheme.DARK, PHONE)) {
      page.navigate(
          written(FolderPage.of("GitOpsIT/x", List.of("nodes.txt", "namespaces/a/pods.txt"))));

      assertThat(violations(page)).isEmpty();
    }
  }
}
