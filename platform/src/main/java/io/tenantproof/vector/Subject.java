package io.tenantproof.vector;

import java.util.List;

/**
 * Somebody whose rights are asked for.
 *
 * @param user as the API server knows it
 * @param groups it is in
 */
public record Subject(String user, List<String> groups) {

  private static final String EVERYBODY = "system:authenticated";

  /** Copies what it is given. */
  public Subject {
    groups = List.copyOf(groups);
  }

  /**
   * A ServiceAccount, as its tokens say it
   * (https://kubernetes.io/docs/reference/access-authn-authz/service-accounts-admin/).
   */
  public static Subject account(String namespace, String name) {
    return new Subject(
        "system:serviceaccount:%s:%s".formatted(namespace, name),
        List.of("system:serviceaccounts", "system:serviceaccounts:" + namespace, EVERYBODY));
  }

  /** A person of a group. */
  public static Subject member(String group) {
    return new Subject("somebody", List.of(group, EVERYBODY));
  }
}
