package io.tenantproof.report;

import io.tenantproof.run.BootStep;
import io.tenantproof.run.Inventory;
import io.tenantproof.run.Measurements;
import io.tenantproof.run.Series;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** What runs to show have beside their tests. */
final class Surroundings {

  private Surroundings() {}

  static List<BootStep> boot() {
    return List.of(
        step("tenant files", 0, 1, "tenant-a, tenant-b"),
        step("container engine", 1, 1, "Docker 26.1.5 at unix:///var/run/docker.sock"),
        step("images", 2, 31, "3 images: 2 pulled, 1 built from packages"),
        step("cluster", 33, 14, "Kubernetes v1.36.4+k3s1, container tenantproof-verify"),
        step("Argo CD", 47, 29, "all pods are ready"),
        step("git", 76, 2, "gitops is at 1f0c2ab"),
        step("tenants", 78, 35, "tenant-a, tenant-b Synced and Healthy at 1f0c2ab"),
        step("observability", 113, 27, "Synced and Healthy"));
  }

  static BootStep step(String name, int begin, int seconds, String said) {
    return new BootStep(
        name, Runs.BEGIN.plusSeconds(begin), Duration.ofSeconds(seconds), true, said);
  }

  static Measurements measurements() {
    return new Measurements(
        Stream.of("tenant-a", "tenant-b")
            .flatMap(
                tenant ->
                    Stream.of(
                        series(Series.Measure.REQUESTS, tenant, 4.2),
                        series(Series.Measure.LATENCY, tenant, 0.034)))
            .toList(),
        List.of("log lines per second: Loki: connection refused"));
  }

  // A tenant's workload rolls out anew in the middle: there is a gap.
  private static Series series(Series.Measure measure, String tenant, double usual) {
    return new Series(
        measure,
        tenant,
        IntStream.rangeClosed(14, 127)
            .filter(point -> point < 60 || point > 68)
            .mapToObj(
                point ->
                    new Series.Point(
                        Runs.BEGIN.plusSeconds(10L * point),
                        usual * (1 + 0.6 * Math.sin(point / 3.0 + tenant.hashCode()))))
            .toList());
  }

  static Inventory inventory() {
    return new Inventory(
        "verify-1a2b3",
        List.of(
            new Inventory.Component("Kubernetes", "v1.36.4+k3s1"),
            new Inventory.Component("container runtime", "containerd://2.1.5-k3s1"),
            new Inventory.Component("kernel", "6.12.48 amd64")),
        List.of(
            new Inventory.Image(
                "quay.io/argoproj/argocd:v3.6.1",
                "Argo CD",
                "Apache-2.0",
                true,
                Optional.of("sha256:" + "0123456789abcdef".repeat(4))),
            new Inventory.Image(
                "grafana/grafana:12.1.1", "Grafana", "AGPL-3.0", false, Optional.empty())),
        List.of());
  }
}
