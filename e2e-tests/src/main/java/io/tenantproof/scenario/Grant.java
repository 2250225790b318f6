package io.tenantproof.scenario;

import io.fabric8.kubernetes.api.model.rbac.RoleBinding;
import io.fabric8.kubernetes.api.model.rbac.RoleBindingBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.tenantproof.probe.Leftovers;
import io.tenantproof.probe.Run;

/**
 * A ClusterRole that a ServiceAccount was given by hand in its namespace, for as long as this is
 * open.
 */
public final class Grant implements AutoCloseable {

  private final KubernetesClient client;
  private final Run run;

  private Grant(KubernetesClient client, Run run) {
    this.client = client;
    this.run = run;
  }

  static Grant give(KubernetesClient client, String namespace, String account, String role) {
    Run run = Run.begin();
    RoleBinding binding =
        new RoleBindingBuilder()
            .withMetadata(run.head(namespace, run.name("grant")))
            .withNewRoleRef()
            .withApiGroup("rbac.authorization.k8s.io")
            .withKind("ClusterRole")
            .withName(role)
            .endRoleRef()
            .addNewSubject()
            .withKind("ServiceAccount")
            .withName(account)
            .withNamespace(namespace)
            .endSubject()
            .build();
    client.resource(binding).create();
    return new Grant(client, run);
  }

  /** Takes it back. */
  @Override
  public void close() {
    new Leftovers(client).remove(run);
  }
}
