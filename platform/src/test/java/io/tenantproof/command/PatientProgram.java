package io.tenantproof.command;

import java.time.Duration;

/** A JVM that runs a script without end, which may end in order; prints what the script does. */
final class PatientProgram {

  private PatientProgram() {}

  public static void main(String... words) {
    Command.of("sh", "-c", words[0]).endingWithin(Duration.ofSeconds(2)).run(System.out::println);
  }
}
