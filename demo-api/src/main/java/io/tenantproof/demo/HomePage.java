package io.tenantproof.demo;

import com.samskivert.mustache.Mustache;
import io.helidon.common.LazyValue;
import io.helidon.http.Header;
import io.helidon.http.HeaderNames;
import io.helidon.http.HeaderValues;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Map;

/**
 * The page for people: one file, nothing loaded from elsewhere, no script.
 *
 * <p>Its content is the same for the life of the process, so it is made once, when first asked for.
 */
final class HomePage {

  private static final int HUES = 360;

  private final LazyValue<String> style;
  private final LazyValue<String> html;
  private final LazyValue<Header> contentSecurityPolicy;

  HomePage(TenantDescription description) {
    // Tenants side by side are told apart by their colour.
    int hue = Math.floorMod(description.tenantName().hashCode() * 137, HUES);
    this.style = LazyValue.create(() -> ":root{--hue:" + hue + "}" + JarResource.text("/home.css"));
    this.html = LazyValue.create(() -> render(description, style.get()));
    this.contentSecurityPolicy = LazyValue.create(() -> policy(style.get()));
  }

  String html() {
    return html.get();
  }

  /** Allows this page's own style and icon, by its hash, and nothing else. */
  Header contentSecurityPolicy() {
    return contentSecurityPolicy.get();
  }

  private static String render(TenantDescription description, String style) {
    // Mustache escapes for HTML unless a template asks otherwise, as it does for the style only.
    return Mustache.compiler()
        .compile(JarResource.text("/home.mustache"))
        .execute(
            Map.of(
                "style", style,
                "tenantName", description.tenantName(),
                "environment", description.environment(),
                "app", description.app(),
                "version", description.version(),
                "pod", description.pod(),
                "started", description.started().toString(),
                "message", description.message()));
  }

  private static Header policy(String style) {
    return HeaderValues.create(
        HeaderNames.create("content-security-policy"),
        ("default-src 'none'; style-src 'sha256-%s'; img-src data:; "
                + "base-uri 'none'; form-action 'none'; frame-ancestors 'none'")
            .formatted(Base64.getEncoder().encodeToString(sha256(style))));
  }

  private static byte[] sha256(String text) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
