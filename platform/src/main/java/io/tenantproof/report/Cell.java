package io.tenantproof.report;

import io.tenantproof.isolation.Vector;
import io.tenantproof.isolation.Verdict;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * One vector from one place to another: all findings of it, shown as the worst of them.
 *
 * @param findings at least one
 */
record Cell(List<Shown> findings) {

  /** Empty where nothing was tried. */
  static Optional<Cell> of(List<Shown> findings, String to) {
    List<Shown> there = findings.stream().filter(one -> one.part().equals(to)).toList();
    return there.isEmpty() ? Optional.empty() : Optional.of(new Cell(there));
  }

  /** Unique on the page. */
  int id() {
    return findings.getFirst().number();
  }

  Vector vector() {
    return findings.getFirst().vector();
  }

  String from() {
    return findings.getFirst().from();
  }

  String to() {
    return findings.getFirst().part();
  }

  String letter() {
    return VerdictText.letter(worst());
  }

  String word() {
    return VerdictText.word(worst());
  }

  /** Empty for one finding: the letter says all. */
  String number() {
    return findings.size() == 1 ? "" : String.valueOf(findings.size());
  }

  /** What came of it; targets that gave the same answer stand together. */
  List<Answer> answers() {
    Map<Answer, List<String>> targets =
        findings.stream()
            .collect(
                Collectors.groupingBy(
                    one -> new Answer(one.letter(), List.of(), one.seen(), one.control()),
                    LinkedHashMap::new,
                    Collectors.mapping(Shown::target, Collectors.toList())));
    return targets.entrySet().stream().map(one -> one.getKey().of(one.getValue())).toList();
  }

  /**
   * One answer.
   *
   * @param letter of the verdict
   * @param targets that gave it
   * @param seen the observation
   * @param control the control's observation
   */
  record Answer(String letter, List<String> targets, String seen, Optional<String> control) {

    private Answer of(List<String> others) {
      return new Answer(letter, others, seen, control);
    }
  }

  private Verdict worst() {
    return findings.stream().map(Shown::verdict).max(Verdict::compareTo).orElseThrow();
  }
}
