package io.tenantproof.demo;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.Properties;

/**
 * What is running.
 *
 * @param version version of the module, from the build
 * @param revision commit it was built from, {@code unknown} unless the build was told
 * @param java version of the running Java
 */
record BuildInfo(String version, String revision, String java) {

  /** Reads what the build wrote into the jar. */
  static BuildInfo load() {
    Properties properties = new Properties();
    try {
      properties.load(new StringReader(JarResource.text("/build.properties")));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new BuildInfo(
        properties.getProperty("version", "unknown"),
        properties.getProperty("revision", "unknown"),
        Runtime.version().toString());
  }
}
