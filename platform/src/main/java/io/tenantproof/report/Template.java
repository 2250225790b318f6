package io.tenantproof.report;

import com.samskivert.mustache.Mustache;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * A page of this jar.
 *
 * @param name of its file
 * @param styles files of its styles; the page allows them by their hash, and nothing else
 */
public record Template(String name, List<String> styles) {

  /** Copies what it is given. */
  public Template {
    styles = List.copyOf(styles);
  }

  /** The page with its facts filled in. */
  public String fill(Map<String, Object> facts) {
    String style = styles.stream().map(Template::resource).collect(Collectors.joining());
    Map<String, Object> page = new HashMap<>(facts);
    page.put("style", style);
    page.put("hash", sha256(style));
    // Mustache escapes for HTML unless a template asks otherwise, as it does for the style only.
    return Mustache.compiler()
        .emptyStringIsFalse(true)
        .zeroIsFalse(true)
        .withLoader(part -> new StringReader(resource(part + ".mustache")))
        .compile(resource(name))
        .execute(page);
  }

  private static String resource(String name) {
    try (InputStream in = Template.class.getResourceAsStream("/report/" + name)) {
      byte[] bytes = Objects.requireNonNull(in, name + " is missing from the jar").readAllBytes();
      return new String(bytes, StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(name + " can't be read from the jar", e);
    }
  }

  private static String sha256(String text) {
    try {
      return Base64.getEncoder()
          .encodeToString(
              MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
