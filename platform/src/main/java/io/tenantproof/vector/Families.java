package io.tenantproof.vector;

import java.util.List;
import java.util.Locale;

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

  /** Those of some names; all where there are none. */
  public static List<Vectors> named(List<String> names) {
    return all().stream().filter(one -> names.isEmpty() || names.contains(name(one))).toList();
  }

  /** How a family is called where it is chosen. */
  public static String name(Vectors vectors) {
    return vectors.family().name().toLowerCase(Locale.ROOT);
  }
}
