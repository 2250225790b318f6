package io.tenantproof.console;

import java.util.List;
import java.util.function.ToDoubleFunction;

/** The middle one of what was measured. */
public final class Median {

  private Median() {}

  /** The median of a figure, the upper one of an even number; 0 where there is none. */
  public static <T> double of(List<T> measured, ToDoubleFunction<T> figure) {
    double[] sorted = measured.stream().mapToDouble(figure).sorted().toArray();
    return sorted.length == 0 ? 0 : sorted[sorted.length / 2];
  }
}
