package io.tenantproof.endurance;

import io.tenantproof.progress.Progress;

/** Makes runs of the specs and looks at what is there. */
interface Runner {

  /** What is there now. */
  Footprint footprint();

  /**
   * Makes one run, and looks at what is there after it.
   *
   * @param number of the run
   * @param step is told what is done
   */
  Lap lap(int number, Progress.Step step);
}
