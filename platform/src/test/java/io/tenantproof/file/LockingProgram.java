package io.tenantproof.file;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;

/** A JVM that holds the lock of a file it is given until its standard input ends. */
final class LockingProgram {

  private LockingProgram() {}

  public static void main(String... words) {
    int end =
        new Exclusive(Path.of(words[0]))
            .run(
                () -> {
                  System.out.println("alone");
                  try {
                    return System.in.read();
                  } catch (IOException e) {
                    throw new UncheckedIOException(e);
                  }
                });
    System.out.println(end);
  }
}
