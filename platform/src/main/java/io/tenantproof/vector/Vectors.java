package io.tenantproof.vector;

import io.tenantproof.isolation.Family;
import io.tenantproof.isolation.Finding;
import java.util.List;

/** One family of vectors. */
public interface Vectors {

  /** Which. */
  Family family();

  /**
   * Tries all of them. What can't be tried is reported as such; a vector is never left out in
   * silence.
   */
  List<Finding> explore(Ground ground);
}
