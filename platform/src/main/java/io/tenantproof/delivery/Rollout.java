package io.tenantproof.delivery;

import io.tenantproof.argocd.Application;
import io.tenantproof.argocd.ArgoCd;
import io.tenantproof.cluster.RunningImages;
import io.tenantproof.image.PinnedImage;
import io.tenantproof.tenant.Tenant;
import io.tenantproof.wait.Expectation;
import io.tenantproof.wait.Outcome;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * What Argo CD is to reach.
 *
 * @param tenants whose Applications are looked at
 * @param revision the commit that they are synced to; empty where any commit will do
 * @param image that the workloads run; empty where any image will do
 */
public record Rollout(
    List<Tenant> tenants, Optional<String> revision, Optional<PinnedImage> image) {

  /** Copies what it is given. */
  public Rollout {
    tenants = List.copyOf(tenants);
  }

  /** Every Application is there: Synced and Healthy, with the revision and the image. */
  public Expectation reached(ArgoCd argoCd, RunningImages running) {
    return Expectation.allOf(
        "the Applications of %d tenants are Synced and Healthy%s%s"
            .formatted(
                tenants.size(),
                revision.map(commit -> " at " + shortened(commit)).orElse(""),
                image.map(one -> " with " + one).orElse("")),
        tenants.stream().flatMap(tenant -> both(argoCd, running, tenant)).toList());
  }

  private Stream<Expectation> both(ArgoCd argoCd, RunningImages running, Tenant tenant) {
    return Stream.of(
        one(argoCd, tenant.application(), Optional.empty(), List::of),
        one(argoCd, tenant.workload(), image, () -> running.in(tenant.namespace())));
  }

  private Expectation one(
      ArgoCd argoCd, String name, Optional<PinnedImage> wanted, Supplier<List<String>> images) {
    return new Expectation(
        "Application %s is Synced and Healthy".formatted(name),
        () ->
            argoCd
                .application(name)
                .map(found -> look(found, wanted, images.get()))
                .orElseGet(() -> new Outcome.Pending("there is no Application " + name)));
  }

  /** What one look at an Application comes to. */
  Outcome look(Application found, Optional<PinnedImage> wanted, List<String> images) {
    boolean atRevision = revision.map(commit -> found.revision().equals(commit)).orElse(true);
    boolean settled = found.isSettledAt(found.revision()) && atRevision;
    // What runs while the new pods come up is listed, too.
    boolean runs = wanted.map(one -> images.equals(List.of(one.toString()))).orElse(true);
    if (settled && runs) {
      return new Outcome.Satisfied(found.toString());
    }
    String seen =
        settled ? "%s runs %s".formatted(found, String.join(", ", images)) : found.toString();
    // Kubernetes has given the new pods up; the old ones serve on.
    boolean givenUp =
        atRevision
            && found.sync().equals("Synced")
            && found.health().equals("Degraded")
            && !found.operation().phase().equals("Running")
            && wanted.map(one -> images.contains(one.toString())).orElse(true);
    return givenUp ? new Outcome.Failed(seen) : new Outcome.Pending(seen);
  }

  private static String shortened(String commit) {
    return commit.substring(0, Math.min(7, commit.length()));
  }
}
