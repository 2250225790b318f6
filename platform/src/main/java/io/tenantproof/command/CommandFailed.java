package io.tenantproof.command;

import java.util.List;

/** A program of the host could not be started, failed, or did not end in time. */
public final class CommandFailed extends RuntimeException {
  private static final long serialVersionUID = 1L;

  CommandFailed(List<String> command, String what, List<String> lastLines) {
    super(
        "`%s` %s.%s"
            .formatted(
                String.join(" ", command),
                what,
                lastLines.isEmpty()
                    ? " It printed nothing."
                    : " Its last lines:\n  " + String.join("\n  ", lastLines)));
  }
}
