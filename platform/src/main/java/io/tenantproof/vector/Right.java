package io.tenantproof.vector;

import io.fabric8.kubernetes.api.model.authorization.v1.SubjectAccessReview;
import io.fabric8.kubernetes.api.model.authorization.v1.SubjectAccessReviewBuilder;
import io.fabric8.kubernetes.api.model.authorization.v1.SubjectAccessReviewSpecBuilder;
import java.util.Map;

/**
 * A right that somebody may have.
 *
 * @param scope where: what the matrix calls a namespace, {@link #CLUSTER}, or {@link #URL}
 * @param verb as in "get"
 * @param resource what of, or the path of a URL
 * @param name of one object; empty for all of them
 */
record Right(String scope, String verb, Resource resource, String name) {

  /** All namespaces, and what is in none. */
  static final String CLUSTER = "cluster";

  /** What is no resource. */
  static final String URL = "url";

  /**
   * A resource.
   *
   * @param group of its API; empty for the core
   * @param path its plural, with a subresource as in {@code pods/log}
   * @param namespaced whether it is in a namespace
   */
  record Resource(String group, String path, boolean namespaced) {

    static Resource of(String group, String path) {
      return new Resource(group, path, true);
    }

    static Resource ofCluster(String group, String path) {
      return new Resource(group, path, false);
    }

    String plural() {
      return path.split("/", 2)[0];
    }

    String subresource() {
      return path.contains("/") ? path.split("/", 2)[1] : "";
    }
  }

  static Right url(String path) {
    return new Right(URL, "get", Resource.ofCluster("", path), "");
  }

  /** The question whether somebody has it; namespaces are those of the scopes. */
  SubjectAccessReview asked(Subject subject, Map<String, String> namespaces) {
    SubjectAccessReviewSpecBuilder spec =
        new SubjectAccessReviewSpecBuilder().withUser(subject.user()).withGroups(subject.groups());
    if (scope.equals(URL)) {
      spec.withNewNonResourceAttributes(resource.path(), verb);
    } else {
      spec.withNewResourceAttributes()
          .withNamespace(namespaces.getOrDefault(scope, ""))
          .withVerb(verb)
          .withGroup(resource.group())
          .withResource(resource.plural())
          .withSubresource(resource.subresource())
          .withName(name)
          .endResourceAttributes();
    }
    return new SubjectAccessReviewBuilder().withSpec(spec.build()).build();
  }

  /** As in {@code own get core/pods/log}. */
  @Override
  public String toString() {
    if (scope.equals(URL)) {
      return "%s %s %s".formatted(scope, verb, resource.path());
    }
    return "%s %s %s/%s%s"
        .formatted(
            scope,
            verb,
            resource.group().isEmpty() ? "core" : resource.group(),
            resource.path(),
            name.isEmpty() ? "" : " " + name);
  }
}
