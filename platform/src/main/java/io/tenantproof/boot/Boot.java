package io.tenantproof.boot;

import io.tenantproof.boot.Mark.Kind;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * A boot of the platform.
 *
 * @param zero when it began: when the node's container was started; of a cluster that was there,
 *     when the kit made its first namespace
 * @param took until its last milestone
 * @param legs to the milestones that are known, in the order in which they were reached
 * @param critical the chain of milestones that ends last
 * @param unknown milestones that nobody knows
 */
public record Boot(
    Instant zero, Duration took, List<Leg> legs, List<Mark> critical, List<Milestone> unknown) {

  /** Copies what it is given. */
  public Boot {
    legs = List.copyOf(legs);
    critical = List.copyOf(critical);
    unknown = List.copyOf(unknown);
  }

  /**
   * The boot that milestones tell of.
   *
   * @param longest wait of the kit: what takes longer belongs to no boot
   * @throws BootUnknown where its beginning is not among them
   */
  static Boot of(Waits waits, Collection<Milestone> milestones, Duration longest) {
    Chain chain = Chain.of(waits, milestones).ofTheBoot(longest);
    Instant zero =
        Stream.of(Kind.STARTED, Kind.ARGO_CD_BEGUN)
            .flatMap(kind -> chain.time(Mark.of(kind)).stream())
            .findFirst()
            .orElseThrow(
                () ->
                    new BootUnknown(
                        "Neither a node's container nor the namespace argocd says when the platform"
                            + " began: run `make demo` first."));
    List<Mark> path = chain.critical();
    // What came before the beginning is no part of the boot.
    List<Mark> critical = path.stream().filter(isSince(chain, zero)).toList();
    Duration took =
        path.isEmpty()
            ? Duration.ZERO
            : Duration.between(zero, chain.time(path.getLast()).orElse(zero));
    return new Boot(
        zero,
        took,
        legs(chain, zero, took, new HashSet<>(critical)),
        critical,
        chain.all().values().stream().filter(one -> one.time().isEmpty()).toList());
  }

  private static Predicate<Mark> isSince(Chain chain, Instant zero) {
    return mark -> chain.time(mark).filter(at -> !at.isBefore(zero)).isPresent();
  }

  private static List<Leg> legs(Chain chain, Instant zero, Duration whole, Set<Mark> critical) {
    return chain.all().values().stream()
        .flatMap(one -> one.time().map(at -> leg(chain, one, at, zero, whole, critical)).stream())
        .sorted(Comparator.comparing(Leg::at).thenComparingInt(leg -> chain.depth(leg.mark())))
        .toList();
  }

  private static Leg leg(
      Chain chain, Milestone one, Instant at, Instant zero, Duration whole, Set<Mark> critical) {
    Mark mark = one.mark();
    Duration took = at.isAfter(zero) ? chain.took(mark) : Duration.ZERO;
    return new Leg(
        mark,
        Duration.between(zero, at),
        chain.from(mark),
        took,
        took.toMillis() / (double) Math.max(1, whole.toMillis()),
        critical.contains(mark),
        one.source());
  }

  /** The milestone that it is counted from. */
  public Mark begun() {
    return critical.isEmpty() ? Mark.of(Kind.STARTED) : critical.getFirst();
  }

  /** What bounds it: of the critical legs the longest; empty where nothing took any time. */
  public Optional<Leg> bound() {
    return legs.stream()
        .filter(Leg::critical)
        .filter(leg -> !leg.took().isZero())
        .max(Comparator.comparing(Leg::took));
  }
}
