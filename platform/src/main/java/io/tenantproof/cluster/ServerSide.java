package io.tenantproof.cluster;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.dsl.base.PatchContext;
import io.fabric8.kubernetes.client.dsl.base.PatchType;

/**
 * Applies objects on the server, as the kit: the API server keeps who has set which field, and by
 * that name an object of the kit is told from somebody else's
 * (https://kubernetes.io/docs/reference/using-api/server-side-apply/).
 */
public final class ServerSide {

  /** Who the API server says has applied an object of the kit. */
  public static final String FIELD_MANAGER = "tenantproof";

  private static final PatchContext APPLY =
      new PatchContext.Builder()
          .withPatchType(PatchType.SERVER_SIDE_APPLY)
          .withFieldManager(FIELD_MANAGER)
          .withForce(true)
          .build();

  private ServerSide() {}

  /** Brings an object to what is given, made where it is not there. */
  public static void apply(KubernetesClient client, HasMetadata object) {
    client.resource(object).patch(APPLY);
  }

  /** As {@link #apply(KubernetesClient, HasMetadata)}, of a manifest in JSON or YAML. */
  public static void apply(KubernetesClient client, String manifest) {
    client.resource(manifest).patch(APPLY);
  }
}
