package io.tenantproof.demo;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/** A text that is part of the jar. */
final class JarResource {

  private JarResource() {}

  /**
   * Reads it as UTF-8.
   *
   * @param name absolute name, e.g. {@code /openapi.yaml}
   */
  static String text(String name) {
    try (InputStream in = JarResource.class.getResourceAsStream(name)) {
      byte[] bytes = Objects.requireNonNull(in, name + " is missing from the jar").readAllBytes();
      return new String(bytes, StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
