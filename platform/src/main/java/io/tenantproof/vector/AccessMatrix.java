package io.tenantproof.vector;

import io.fabric8.kubernetes.client.KubernetesClient;
import io.tenantproof.wait.Together;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * All that somebody may do in a cluster: each right that there is to have is asked for, one by one
 * (https://kubernetes.io/docs/reference/kubernetes-api/authorization-resources/subject-access-review-v1/).
 *
 * @param client of a user who may ask what others may
 * @param namespaces by what they are called in the answer
 */
public record AccessMatrix(KubernetesClient client, Map<String, String> namespaces) {

  /** Copies what it is given. */
  public AccessMatrix {
    namespaces = Map.copyOf(namespaces);
  }

  /** A tenant's own namespace and that of another. */
  public static AccessMatrix of(KubernetesClient client, String own, String other) {
    return new AccessMatrix(client, Map.of("own", own, "other", other));
  }

  /** What is granted, a right a line, as in {@code own get core/pods/log}. */
  public SortedSet<String> rights(Subject subject) {
    return new TreeSet<>(
        Together.each(
            AllRights.of(client, namespaces.keySet()),
            right -> has(subject, right) ? List.of(right.toString()) : List.of()));
  }

  private boolean has(Subject subject, Right right) {
    return Boolean.TRUE.equals(
        Objects.requireNonNull(
                client
                    .authorization()
                    .v1()
                    .subjectAccessReview()
                    .create(right.asked(subject, namespaces))
                    .getStatus())
            .getAllowed());
  }
}
