package io.tenantproof.git;

/**
 * Who pushes or reads.
 *
 * @param username name
 * @param password never printed
 */
public record Credentials(String username, String password) {

  @Override
  public String toString() {
    return username + ":***";
  }
}
