package io.tenantproof.demo;

import java.io.Serial;
import java.util.List;
import java.util.stream.Collectors;

/** All problems of the settings at once, so that one restart is enough to mend them. */
final class InvalidSettingsException extends Exception {

  @Serial private static final long serialVersionUID = 1L;

  private final transient List<SettingsProblem> problems;

  InvalidSettingsException(List<SettingsProblem> problems) {
    super(text(problems));
    this.problems = List.copyOf(problems);
  }

  List<SettingsProblem> problems() {
    return problems;
  }

  private static String text(List<SettingsProblem> problems) {
    String count = problems.size() == 1 ? "1 problem" : problems.size() + " problems";
    return problems.stream()
        .map(problem -> "  - " + problem.sentence())
        .collect(Collectors.joining("\n", "Settings refused, " + count + ":\n", ""));
  }
}
