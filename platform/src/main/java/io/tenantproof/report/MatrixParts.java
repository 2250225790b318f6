package io.tenantproof.report;

import io.tenantproof.isolation.Family;
import io.tenantproof.isolation.Finding;
import io.tenantproof.isolation.Proof;
import io.tenantproof.isolation.Verdict;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * What pages show of a proof.
 *
 * @param proof that is shown
 */
record MatrixParts(Proof proof) {

  /** By the names that templates have for them. */
  Map<String, Object> facts() {
    Summary summary = new Summary(proof);
    return Map.of(
        "proven",
        summary.headline(),
        "findings",
        summary.figures(),
        "cause",
        summary.cause(),
        "verdicts",
        Arrays.stream(Verdict.values()).map(Sign::of).toList(),
        "overview",
        Arrays.stream(Family.values()).map(one -> Line.of(proof, one)).toList(),
        "bad",
        numbered(summary.bad()),
        "families",
        families());
  }

  private List<FamilyMatrix> families() {
    List<Shown> all = numbered(proof.findings());
    Map<Family, List<Shown>> byFamily =
        all.stream()
            .collect(
                Collectors.groupingBy(
                    one -> one.vector().family(), TreeMap::new, Collectors.toList()));
    return byFamily.entrySet().stream()
        .map(one -> FamilyMatrix.of(one.getKey(), proof.tenants(), one.getValue()))
        .toList();
  }

  private static List<Shown> numbered(List<Finding> findings) {
    return IntStream.range(0, findings.size())
        .mapToObj(number -> new Shown(number, findings.get(number)))
        .toList();
  }

  /** A verdict in the legend. */
  private record Sign(String letter, String word, String meaning) {

    static Sign of(Verdict verdict) {
      return new Sign(
          VerdictText.letter(verdict), VerdictText.word(verdict), VerdictText.meaning(verdict));
    }
  }

  /** A family in the overview: how many findings have each verdict, empty for none. */
  private record Line(String title, String anchor, List<String> counts, String vectors) {

    static Line of(Proof proof, Family family) {
      Map<Verdict, Integer> counts = new EnumMap<>(Verdict.class);
      proof.of(family).forEach(one -> counts.merge(one.verdict(), 1, Integer::sum));
      long vectors = proof.vectors().stream().filter(one -> one.family() == family).count();
      return new Line(
          family.title(),
          vectors == 0 ? "" : family.name().toLowerCase(Locale.ROOT),
          Arrays.stream(Verdict.values())
              .map(verdict -> Objects.toString(counts.get(verdict), ""))
              .toList(),
          vectors == 0 ? "not looked at" : String.valueOf(vectors));
    }
  }
}
