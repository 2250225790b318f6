package io.tenantproof.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class HomePageTest {

  private static final Instant STARTED = Instant.parse("2026-11-24T18:29:01Z");

  private static HomePage page(String tenant, String message) {
    return new HomePage(
        new TenantDescription(tenant, "test", "shop", "1.2.3", "shop-0", STARTED, message));
  }

  @Test
  void showsEveryFact() {
    assertThat(page("tenant-a", "Hello.").html())
        .contains("<h1>tenant-a</h1>", "<dd>tenant-a</dd>", "<dd>test</dd>", "<dd>1.2.3</dd>")
        .contains("<dd>shop-0</dd>", "datetime=\"2026-11-24T18:29:01Z\"", "Hello.")
        .contains("href=\"/api/v1/tenant\"", "href=\"/openapi\"")
        .doesNotContain("{{");
  }

  @Test
  void escapesWhatTheOperatorWrote() {
    assertThat(page("tenant-a", "<script>alert('x')</script>").html())
        .contains("&lt;script&gt;")
        .doesNotContain("<script");
  }

  @Test
  void loadsNothingFromElsewhere() {
    String html = page("tenant-a", "Hello.").html();

    assertThat(Pattern.compile("(?:src|href)=\"([^\"]*)\"").matcher(html).results())
        .isNotEmpty()
        .allSatisfy(link -> assertThat(link.group(1)).matches("/.*|data:image/svg\\+xml,.*"));
    assertThat(html).doesNotContain("@import", "url(");
  }

  @Test
  void allowsItsOwnStyleByHash() throws Exception {
    HomePage page = page("tenant-a", "Hello.");
    Matcher style = Pattern.compile("(?s)<style>(.*)</style>").matcher(page.html());
    assertThat(style.find()).isTrue();
    byte[] bytes = style.group(1).getBytes(StandardCharsets.UTF_8);
    String hash =
        Base64.getEncoder().encodeToString(MessageDigest.getInstance("SHA-256").digest(bytes));

    assertThat(page.contentSecurityPolicy().get())
        .contains("style-src 'sha256-" + hash + "'")
        .doesNotContain("unsafe");
  }

  @Test
  void tellsTenantsApartByColour() {
    Pattern hue = Pattern.compile("--hue:(\\d+)");
    Matcher ofA = hue.matcher(page("tenant-a", "").html());
    Matcher ofB = hue.matcher(page("tenant-b", "").html());

    assertThat(ofA.find() && ofB.find()).isTrue();
    int apart = Math.abs(Integer.parseInt(ofA.group(1)) - Integer.parseInt(ofB.group(1)));
    assertThat(Math.min(apart, 360 - apart)).isGreaterThan(60);
  }

  @Test
  void canBeReadOnAPhoneAndInTheDark() {
    assertThat(page("tenant-a", "Hello.").html())
        .contains("<html lang=\"en\">", "width=device-width", "prefers-color-scheme: dark");
  }
}
