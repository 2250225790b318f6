package io.tenantproof.probe;

import io.fabric8.kubernetes.client.dsl.base.ResourceDefinitionContext;

/** Kinds that the client has no types for. */
final class Kinds {

  private Kinds() {}

  static ResourceDefinitionContext of(String group, String version, String kind, String plural) {
    return new ResourceDefinitionContext.Builder()
        .withGroup(group)
        .withVersion(version)
        .withKind(kind)
        .withPlural(plural)
        .withNamespaced(true)
        .build();
  }
}
