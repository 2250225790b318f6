package io.tenantproof.status;

import io.tenantproof.argocd.Application;
import io.tenantproof.platform.Pages;
import io.tenantproof.status.PlatformStatus.ClusterStatus;
import io.tenantproof.status.PlatformStatus.Components;
import io.tenantproof.status.PlatformStatus.Expected;
import io.tenantproof.status.PlatformStatus.NamespacePods;
import io.tenantproof.status.PlatformStatus.TenantStatus;
import java.net.URI;
import java.util.List;
import java.util.Optional;

/** Platforms as they are seen. */
public final class Statuses {

  static final String COMMIT = "0123456789abcdef0123456789abcdef01234567";

  private Statuses() {}

  /** One that has something to say of everything. */
  public static PlatformStatus bad() {
    return of(application("tenant-a", "OutOfSync", "Degraded"), List.of());
  }

  static PlatformStatus of(Expected ofTheTenant, List<String> notReady) {
    return new PlatformStatus(
        new ClusterStatus("demo", "testcontainers", "v1.36.3", 1, notReady),
        List.of(
            new TenantStatus(
                "tenant-a",
                "production",
                List.of(ofTheTenant),
                List.of("ghcr.io/tenantproof/demo-api:0.1.0"),
                new PodCount(2, 2, 1),
                List.of(new QuotaUse("pods", "30", "32", 93)),
                5)),
        new Components(
            List.of(application("platform", "Synced", "Healthy")),
            List.of(new NamespacePods("argocd", new PodCount(5, 5, 0)))),
        List.of(new Pages.Page("Argo CD", URI.create("http://127.0.0.1:18080"))));
  }

  static Expected application(String name, String sync, String health) {
    return new Expected(
        name,
        Optional.of(
            new Application(
                name,
                "platform",
                sync,
                health,
                COMMIT,
                new Application.Operation("Succeeded", COMMIT, "", List.of()),
                List.of(),
                health.equals("Degraded") ? List.of("no pod") : List.of())));
  }
}
