package io.tenantproof.vector;

import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.util.Set;
import java.util.TreeSet;

/**
 * Where the series and lines of tenants are: with all others', or in a Prometheus and a Loki of the
 * tenant's own (the chart observability's value {@code backends}).
 *
 * @param own namespaces of the tenants that have their own
 */
record Stores(Set<String> own) {

  /** The label of pods that hold one tenant's data; its value is the tenant's namespace. */
  static final String OWNER = "tenantproof.io/backend";

  /** What such a pod is: prometheus, loki or log-agent. */
  static final String COMPONENT = "app.kubernetes.io/component";

  /** Copies what it is given. */
  Stores {
    own = Set.copyOf(own);
  }

  /** As the cluster has them. */
  static Stores find(KubernetesClient client) {
    Set<String> own = new TreeSet<>();
    for (Pod pod :
        client.pods().inNamespace(Backends.NAMESPACE).withLabel(OWNER).list().getItems()) {
      own.add(pod.getMetadata().getLabels().get(OWNER));
    }
    return new Stores(own);
  }

  /** Whether tenants have their own. */
  boolean areApart() {
    return !own.isEmpty();
  }

  /** Below which path the API of the Prometheus is that has a tenant's series. */
  String prometheus(String namespace) {
    return own.contains(namespace)
        ? Backends.own(namespace, "prometheus:9090")
        : Backends.PROMETHEUS;
  }

  /** Below which path the API of the Loki is that has a tenant's lines. */
  String loki(String namespace) {
    return own.contains(namespace) ? Backends.own(namespace, "loki:3100") : Backends.LOKI;
  }
}
