package io.tenantproof.report;

import io.tenantproof.run.Run;
import io.tenantproof.run.TestRun;
import java.util.stream.Collectors;

/** A run as Markdown, for the page of a job. */
public final class RunMarkdown {

  private static final int REASON = 300;

  private RunMarkdown() {}

  /** The summary. */
  public static String of(Run run) {
    RunSummary summary = new RunSummary(run);
    StringBuilder text = new StringBuilder();
    text.append("## %s\n\n%s.\n\n".formatted(summary.headline(), escaped(summary.figures())));
    text.append(escaped(summary.isolation())).append('\n');
    run.boot().stream()
        .filter(step -> !step.good())
        .forEach(
            step ->
                text.append(
                    "\nThe platform did not come up: %s: %s\n"
                        .formatted(
                            escaped(step.name()),
                            step.said().isEmpty() ? "its reason is below" : escaped(step.said()))));
    text.append(specs(run));
    text.append(tests(run, TestRun.Outcome.FAILED));
    text.append(tests(run, TestRun.Outcome.SKIPPED));
    return text.toString();
  }

  private static String specs(Run run) {
    return SpecShown.of(run).stream()
        .map(
            spec ->
                "| %s | %s | %s |\n"
                    .formatted(escaped(spec.name()), escaped(spec.counts()), spec.took()))
        .collect(Collectors.joining("", "\n| Spec | Tests | Took |\n| --- | --- | ---: |\n", ""));
  }

  private static String tests(Run run, TestRun.Outcome outcome) {
    if (run.of(outcome).isEmpty()) {
      return "";
    }
    return run.of(outcome).stream()
        .map(
            test ->
                "- **%s** %s: %s%s\n"
                    .formatted(
                        escaped(test.spec()),
                        escaped(TestText.sentence(test.name())),
                        escaped(TestText.cut(test.reason(), REASON)),
                        test.dump().map(dump -> " (evidence: `%s`)".formatted(dump)).orElse("")))
        .collect(Collectors.joining("", "\n### %s\n\n".formatted(capital(outcome)), ""));
  }

  private static String capital(TestRun.Outcome outcome) {
    return outcome.name().charAt(0) + TestText.word(outcome).substring(1);
  }

  // What a server answered must not become a heading, a link, a picture or a mention.
  private static String escaped(String text) {
    return text.replaceAll("[\\p{C}\\s]+", " ")
        .replace("&", "&amp;")
        .replaceAll("([\\\\`*_\\[\\]{}|#!~$])", "\\\\$1")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("@", "&#64;")
        .replace("://", ":&#47;/");
  }
}
