package io.tenantproof.boot;

import io.tenantproof.boot.Mark.Kind;
import io.tenantproof.tenant.Tenant;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A boot with made-up times. */
final class Boots {

  static final Instant STARTED = Instant.parse("2026-01-01T10:00:00Z");
  static final Duration LONGEST = Duration.ofMinutes(5);
  static final Waits WAITS = new Waits(List.of("n1"), List.of(new Tenant("tenant-a", "test")));

  private Boots() {}

  /** Seconds of each milestone, in the order in which they are told. */
  static List<Milestone> milestones() {
    List<Milestone> all = new ArrayList<>();
    all.add(at(Kind.CREATED, "", -0.4));
    all.add(at(Kind.STARTED, "", 0));
    all.add(at(Kind.API_SERVER, "", 5));
    all.add(at(Kind.REGISTERED, "n1", 6));
    all.add(at(Kind.READY, "n1", 8));
    all.add(at(Kind.IMAGES, "", 30.5));
    all.add(at(Kind.NODE, "", 30.6));
    all.add(at(Kind.APIS, "", 36));
    all.add(at(Kind.ARGO_CD_BEGUN, "", 37));
    all.add(at(Kind.GIT_SERVER, "", 45));
    all.add(at(Kind.ARGO_CD, "", 50));
    all.add(at(Kind.MADE, "platform", 52));
    all.add(at(Kind.MADE, "monitoring-crds", 54));
    all.add(at(Kind.MADE, "tenant-a", 58));
    all.add(at(Kind.MADE, "tenant-a-demo-api", 62));
    all.add(at(Kind.SYNCED, "platform", 58));
    all.add(at(Kind.SYNCED, "monitoring-crds", 56));
    all.add(at(Kind.SYNCED, "tenant-a", 63));
    all.add(at(Kind.SYNCED, "tenant-a-demo-api", 65));
    all.add(at(Kind.PODS_STARTED, "tenant-a", 64));
    all.add(at(Kind.PODS_READY, "tenant-a", 79));
    all.add(at(Kind.HEALTHY, "monitoring-crds", 57));
    all.add(at(Kind.HEALTHY, "tenant-a", 81));
    all.add(at(Kind.HEALTHY, "tenant-a-demo-api", 80));
    return List.copyOf(all);
  }

  /** The same with other times for some; one of less than nothing is not known. */
  static List<Milestone> milestones(Map<Mark, Double> other) {
    return milestones().stream()
        .map(
            one ->
                !other.containsKey(one.mark())
                    ? one
                    : other.getOrDefault(one.mark(), 0.0) < 0
                        ? Milestone.unknown(one.mark(), "nobody knows")
                        : at(
                            one.mark().kind(),
                            one.mark().name(),
                            other.getOrDefault(one.mark(), 0.0)))
        .toList();
  }

  static Boot boot(Map<Mark, Double> other) {
    return Boot.of(WAITS, milestones(other), LONGEST);
  }

  private static Milestone at(Kind kind, String name, double seconds) {
    return Milestone.at(
        new Mark(kind, name), STARTED.plusMillis((long) (seconds * 1000)), "somebody");
  }
}
