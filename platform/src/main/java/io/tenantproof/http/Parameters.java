package io.tenantproof.http;

import java.util.ArrayList;
import java.util.List;

/**
 * Parameters of an address; a name may come more than once.
 *
 * @param pairs in order
 */
public record Parameters(List<Pair> pairs) {

  /** None. */
  public static final Parameters NONE = new Parameters(List.of());

  /** Copies what it is given. */
  public Parameters {
    pairs = List.copyOf(pairs);
  }

  /**
   * One of them.
   *
   * @param name as the server knows it
   * @param value not encoded yet
   */
  public record Pair(String name, String value) {}

  /** These and one more. */
  public Parameters and(String name, Object value) {
    List<Pair> more = new ArrayList<>(pairs);
    more.add(new Pair(name, value.toString()));
    return new Parameters(more);
  }
}
