package io.tenantproof.demo;

import io.helidon.logging.common.spi.LoggingProvider;

/**
 * Tells Helidon that logging is set up elsewhere, see {@link JsonLog}.
 *
 * <p>Found by the service loader. Without any provider Helidon writes a line of its own to standard
 * error.
 */
public final class QuietHelidonLogging implements LoggingProvider {

  /** For the service loader. */
  public QuietHelidonLogging() {}

  @Override
  public void initialization() {}

  @Override
  public void runTime() {}
}
