package io.tenantproof.vector;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * The rights that somebody should have, as a file among the resources says them.
 *
 * @param name of the file below the folder access
 */
public record RightsFile(String name) {

  /** Of a tenant's viewer. */
  public static final RightsFile VIEWER = new RightsFile("viewer.txt");

  /** Of who a tenant's syncs run as. */
  public static final RightsFile DEPLOYER = new RightsFile("deployer.txt");

  /** Of a tenant's workload, and of everybody with a token. */
  public static final RightsFile WORKLOAD = new RightsFile("workload.txt");

  /** What is written down and not there, and what is there and not written down. */
  public List<String> differences(Collection<String> found) {
    TreeSet<String> expected = new TreeSet<>(rights());
    return Stream.concat(
            expected.stream()
                .filter(right -> !found.contains(right))
                .map(right -> "missing, though access/%s has it: %s".formatted(name, right)),
            found.stream()
                .filter(right -> !expected.contains(right))
                .map(right -> "granted, though access/%s has it not: %s".formatted(name, right)))
        .toList();
  }

  /** All rights of the file. */
  public List<String> rights() {
    try (InputStream file =
        Objects.requireNonNull(
            RightsFile.class.getResourceAsStream("/access/" + name),
            () -> "there is no file access/" + name)) {
      return new String(file.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.startsWith("#"))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
