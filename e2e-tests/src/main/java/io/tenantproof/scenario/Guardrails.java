package io.tenantproof.scenario;

import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.dsl.Resource;
import io.tenantproof.wait.Expectation;
import io.tenantproof.wait.Outcome;
import java.util.Optional;

/**
 * The guardrails of a tenant's namespace.
 *
 * @param client of the cluster, as its administrator
 * @param namespace of the tenant
 */
public record Guardrails(KubernetesClient client, String namespace) {

  /**
   * Deletes one by hand.
   *
   * @return that there is a new one in its place
   */
  public Expectation deleteByHand(Guardrail guardrail) {
    String old = id(guardrail).orElseThrow(() -> new IllegalStateException(absent(guardrail)));
    object(guardrail).delete();
    return new Expectation(
        "%s has a new %s".formatted(namespace, guardrail),
        () ->
            id(guardrail)
                .map(
                    now ->
                        Outcome.of(!now.equals(old), "%s has the id %s".formatted(guardrail, now)))
                .orElseGet(() -> new Outcome.Pending(absent(guardrail))));
  }

  private String absent(Guardrail guardrail) {
    return "%s has no %s".formatted(namespace, guardrail);
  }

  private Optional<String> id(Guardrail guardrail) {
    return Optional.ofNullable(object(guardrail).get()).map(one -> one.getMetadata().getUid());
  }

  private Resource<GenericKubernetesResource> object(Guardrail guardrail) {
    return client
        .genericKubernetesResources(guardrail.apiVersion(), guardrail.kind())
        .inNamespace(namespace)
        .withName(guardrail.object());
  }
}
