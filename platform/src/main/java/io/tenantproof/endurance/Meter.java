package io.tenantproof.endurance;

import java.util.Map;

/** Measures some of what is there. */
interface Meter {

  /** What is there now; what is not there at all is left out. */
  Map<Gauge, Reading> read();
}
