package io.tenantproof.cli;

import io.tenantproof.settings.BadSetting;
import java.io.PrintWriter;

/** What a person is told when a command fails: the reason, never a stack trace. */
final class FailureText {

  static final int FAILED = 1;
  static final int WRONG_USAGE = 2;

  private FailureText() {}

  static int print(Throwable failure, boolean withStackTrace, PrintWriter err) {
    err.println();
    err.println(failure.getMessage() == null ? failure.getClass().getName() : failure.getMessage());
    if (withStackTrace) {
      failure.printStackTrace(err);
    }
    err.flush();
    return failure instanceof BadSetting ? WRONG_USAGE : FAILED;
  }
}
