package io.tenantproof.registry;

import java.util.Map;
import java.util.Optional;

/**
 * Who pushes to a registry.
 *
 * @param user name
 * @param password never printed
 */
public record Login(String user, String password) {

  private static final String USER = "REGISTRY_USER";
  private static final String PASSWORD = "REGISTRY_PASSWORD";

  /** Where a login comes from, for a person to look up. */
  static final String PLACES =
      "set %s and %s, or log in with docker login".formatted(USER, PASSWORD);

  /** The login of the environment; empty where it has none. */
  public static Optional<Login> of(Map<String, String> environment) {
    String user = environment.getOrDefault(USER, "");
    String password = environment.getOrDefault(PASSWORD, "");
    return user.isBlank() || password.isBlank()
        ? Optional.empty()
        : Optional.of(new Login(user, password));
  }

  @Override
  public String toString() {
    return user + ":***";
  }
}
