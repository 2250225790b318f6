package io.tenantproof.cli;

import picocli.CommandLine;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** How often those that are compared are measured, in turns. */
final class RoundsOption {

  private static final int MOST = 20;

  @Option(
      names = "--rounds",
      paramLabel = "N",
      defaultValue = "3",
      description = "how often each is measured; the median counts [${DEFAULT-VALUE}]")
  private int rounds;

  /**
   * The number.
   *
   * @throws ParameterException where it is none to measure by
   */
  int checked(CommandLine command) {
    if (rounds < 1 || rounds > MOST) {
      throw new ParameterException(
          command, "--rounds: expected a number from 1 to %d, found %d.".formatted(MOST, rounds));
    }
    return rounds;
  }
}
