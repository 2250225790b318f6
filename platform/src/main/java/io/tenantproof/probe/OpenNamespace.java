package io.tenantproof.probe;

import io.fabric8.kubernetes.api.model.NamespaceBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;

/**
 * A throw-away namespace with no guardrail at all: what controls are tried from and in. It carries
 * no label of a tenant, so nothing of the platform looks after it.
 *
 * @param client of the cluster
 * @param run that makes it
 * @param name of the namespace
 */
public record OpenNamespace(KubernetesClient client, Run run, String name) {

  /** Makes it. */
  public void create() {
    client
        .resource(
            new NamespaceBuilder()
                .withMetadata(run.head("", name))
                .editMetadata()
                .addToLabels("pod-security.kubernetes.io/enforce", "privileged")
                .endMetadata()
                .build())
        .create();
  }
}
