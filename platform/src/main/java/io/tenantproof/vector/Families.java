package io.tenantproof.vector;

import java.util.List;

/** All families of vectors. */
public final class Families {

  private Families() {}

  /** All that a proof tries. */
  public static List<Vectors> all() {
    return List.of(
        new NetworkVectors(),
        new AccessVectors(),
        new AdmissionVectors(),
        new DnsVectors(),
        new ObservabilityVectors(),
        new GitOpsVectors(),
        new ResourceVectors(),
        new StorageVectors());
  }
}
