package io.tenantproof.command;

/** A JVM that runs a program without end; prints the program's process number. */
final class EndlessProgram {

  private EndlessProgram() {}

  public static void main(String... words) {
    Command.of("sh", "-c", "echo $$; exec sleep 300").run(System.out::println);
  }
}
