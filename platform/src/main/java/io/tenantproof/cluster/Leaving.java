package io.tenantproof.cluster;

import io.fabric8.kubernetes.api.model.HasMetadata;

/**
 * Objects that were deleted and are still there, for as long as a grace period or a finalizer keeps
 * them.
 *
 * @see <a
 *     href="https://kubernetes.io/docs/concepts/overview/working-with-objects/finalizers/">deletion</a>
 */
public final class Leaving {

  private Leaving() {}

  /** It was deleted, and is still there. */
  public static boolean is(HasMetadata object) {
    return object.getMetadata().getDeletionTimestamp() != null;
  }

  /** Nobody has deleted it. */
  public static boolean isNot(HasMetadata object) {
    return !is(object);
  }
}
