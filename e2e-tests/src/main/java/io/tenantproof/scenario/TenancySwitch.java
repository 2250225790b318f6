package io.tenantproof.scenario;

import io.tenantproof.git.GitClone;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What can be taken away so that a spec shows that its probe would see a breach. */
public enum TenancySwitch {
  /** The tenant of a series is its namespace. */
  METRICS,
  /** The tenant of a log line is its namespace. */
  LOGS;

  private static final String VALUES = "gitops/charts/observability/values.yaml";

  /** Turns it off in the repository. */
  void turnOff(GitClone work) {
    work.write(VALUES, offIn(work.read(VALUES)));
  }

  /** The values of the chart with it turned off. */
  String offIn(String values) {
    String section = name().toLowerCase(Locale.ROOT);
    // The first such key below the section's own line, before the next section begins.
    Matcher on =
        Pattern.compile(
                "(?m)(^%s:.*\\n(?:(?:[ #].*)?\\n)*? +enforceTenant: )true".formatted(section))
            .matcher(values);
    if (!on.find()) {
      throw new IllegalStateException(
          "%s has no %s.enforceTenant: true".formatted(VALUES, section));
    }
    return on.replaceFirst("$1false");
  }
}
