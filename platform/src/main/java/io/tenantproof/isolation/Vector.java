package io.tenantproof.isolation;

/**
 * One way in which a tenant might reach what is not its own.
 *
 * @param id unique and lasting, as in {@code network.pod-ip.tcp}
 * @param family what kind of way
 * @param title in words, as in "TCP to a pod's address"
 * @param guardrail what closes it: the object that a person would look at
 */
public record Vector(String id, Family family, String title, String guardrail)
    implements Comparable<Vector> {

  @Override
  public int compareTo(Vector other) {
    int byFamily = family.compareTo(other.family);
    return byFamily != 0 ? byFamily : id.compareTo(other.id);
  }
}
