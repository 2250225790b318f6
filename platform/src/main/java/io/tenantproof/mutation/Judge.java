package io.tenantproof.mutation;

import io.tenantproof.isolation.Finding;
import io.tenantproof.isolation.Verdict;
import io.tenantproof.mutation.Mutant.Fate;
import io.tenantproof.mutation.Mutant.Result;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Says what became of mutants. A mutant is killed by a vector that is good for a tenant that was
 * left as it is, and bad for the mutant: what nobody could see says nothing.
 *
 * @param findings of a group
 * @param sound whether all that was tried of tenants that were left as they are came out as it
 *     should
 * @param good whether each vector is good for the tenants that were left as they are
 */
record Judge(List<Finding> findings, boolean sound, Map<String, Boolean> good) {

  /** Copies what it is given. */
  Judge {
    findings = List.copyOf(findings);
    good = Map.copyOf(good);
  }

  /** The judge of a group: of the tenants that were left as they are, and of its mutants. */
  static Judge of(List<Finding> findings, Set<String> untouched, Set<String> mutants) {
    Predicate<Finding> involved = one -> mutants.contains(one.from()) || mutants.contains(one.to());
    List<Finding> ofTheUntouched =
        findings.stream()
            .filter(involved.negate())
            .filter(one -> untouched.contains(one.from()) || untouched.contains(one.to()))
            .toList();
    return new Judge(
        findings,
        ofTheUntouched.stream().allMatch(one -> one.verdict().isGood()),
        ofTheUntouched.stream()
            .collect(
                Collectors.toMap(
                    one -> one.vector().id(),
                    one -> one.verdict() == Verdict.ISOLATED || one.verdict() == Verdict.SERVED,
                    Boolean::logicalAnd)));
  }

  /** What became of a mutant that was tried as this tenant. */
  Result fate(Mutant mutant, String tenant) {
    List<Finding> own =
        findings.stream()
            .filter(one -> one.from().equals(tenant) || one.to().equals(tenant))
            .filter(one -> good.getOrDefault(one.vector().id(), false))
            .toList();
    if (own.isEmpty()) {
      return new Result(mutant, Fate.NOT_RUN, "no vector could be tried");
    }
    return own.stream()
        .filter(one -> List.of(Verdict.BREACHED, Verdict.CUT_OFF).contains(one.verdict()))
        .findFirst()
        .map(
            one ->
                new Result(
                    mutant,
                    Fate.KILLED,
                    "%s: %s".formatted(one.vector().id(), one.observation().seen())))
        .orElseGet(() -> survived(mutant, tenant));
  }

  // What is bad for the tenants that were left as they are, too, is the vector's own trouble.
  private String doubtful(String tenant) {
    List<String> all =
        findings.stream()
            .filter(one -> one.from().equals(tenant) || one.to().equals(tenant))
            .filter(one -> !good.getOrDefault(one.vector().id(), false))
            .map(one -> "%s (%s)".formatted(one.vector().id(), one.reason()))
            .distinct()
            .toList();
    return all.isEmpty() ? "" : "; of no use here: " + String.join(", ", all);
  }

  private Result survived(Mutant mutant, String tenant) {
    return Equivalents.reason(mutant.id())
        .map(reason -> new Result(mutant, Fate.NOT_RUN, "opens nothing: " + reason))
        .orElseGet(() -> new Result(mutant, Fate.SURVIVED, "no vector noticed" + doubtful(tenant)));
  }
}
