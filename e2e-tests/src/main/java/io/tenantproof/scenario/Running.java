package io.tenantproof.scenario;

import java.util.List;

/**
 * What a tenant runs now: the same value twice means that nothing was rolled out in between.
 *
 * @param pods names of the ready pods of its workload, sorted
 * @param images images of them, sorted
 */
public record Running(List<String> pods, List<String> images) {

  /** Copies what it is given. */
  public Running {
    pods = List.copyOf(pods);
    images = List.copyOf(images);
  }
}
