package io.tenantproof.cli;

import io.fabric8.kubernetes.client.KubernetesClientException;
import io.tenantproof.settings.BadSetting;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.stream.Stream;

/** What a person is told when a command fails: the reason, never a stack trace. */
final class FailureText {

  static final int FAILED = 1;
  static final int WRONG_USAGE = 2;

  private static final int LONGEST = 20_000;

  private FailureText() {}

  static int print(Throwable failure, boolean withStackTrace, PrintWriter err) {
    err.println();
    err.println(printable(told(failure)));
    if (withStackTrace) {
      failure.printStackTrace(err);
    }
    err.flush();
    return failure instanceof BadSetting ? WRONG_USAGE : FAILED;
  }

  // What no user can have meant: nobody wrote a message for it.
  private static boolean isDefect(Throwable failure) {
    return failure instanceof Error
        || failure instanceof NullPointerException
        || failure instanceof ClassCastException
        || failure instanceof IndexOutOfBoundsException
        || failure instanceof NoSuchElementException;
  }

  // What a file says of itself must not move the cursor, or fill the screen.
  private static String printable(String text) {
    String line = text.replaceAll("[\\p{Cc}\\p{Cf}&&[^\\n\\t]]", "?");
    return line.length() <= LONGEST ? line : line.substring(0, LONGEST) + " ...";
  }

  // A client says the reason of its failure in the cause alone.
  private static String told(Throwable failure) {
    Throwable root =
        Stream.iterate(failure, Objects::nonNull, Throwable::getCause)
            .reduce(failure, (outer, inner) -> inner);
    boolean saysLittle =
        failure instanceof KubernetesClientException || failure instanceof UncheckedIOException;
    if (isDefect(failure)) {
      return "This is a defect of TenantProof (%s). Run it again with --debug=true and report what it prints."
          .formatted(failure);
    }
    String text = Objects.requireNonNullElse(failure.getMessage(), failure.getClass().getName());
    String reason = String.valueOf(root.getMessage());
    return saysLittle && !root.equals(failure) && !text.contains(reason)
        ? "%s (%s: %s)".formatted(text, root.getClass().getSimpleName(), reason)
        : text;
  }
}
