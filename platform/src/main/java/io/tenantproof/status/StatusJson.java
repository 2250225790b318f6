package io.tenantproof.status;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.tenantproof.argocd.Application;
import io.tenantproof.console.Facts;
import io.tenantproof.platform.Pages;
import io.tenantproof.status.PlatformStatus.Expected;
import io.tenantproof.status.PlatformStatus.NamespacePods;
import io.tenantproof.status.PlatformStatus.TenantStatus;
import java.util.List;
import java.util.Optional;

/** A platform's status for programs, as {@code docs/command-line.md} says. */
public final class StatusJson {

  // Raised when a field goes or changes its meaning; a new field changes nothing for who reads.
  private static final int FORMAT = 1;

  private StatusJson() {}

  /** The status as one JSON object. */
  public static String of(PlatformStatus status) {
    return Facts.json(
        new Document(
            FORMAT,
            status.isGood(),
            status.problems(),
            status.cluster(),
            status.tenants().stream().map(OneTenant::of).toList(),
            status.components().applications().stream().map(One::of).toList(),
            status.components().pods().stream().map(Count::of).toList(),
            status.pages().stream().map(OnePage::of).toList()));
  }

  private record Document(
      int format,
      boolean good,
      List<String> problems,
      PlatformStatus.ClusterStatus cluster,
      List<OneTenant> tenants,
      List<One> applications,
      List<Count> namespaces,
      List<OnePage> pages) {}

  private record OneTenant(
      String name,
      String environment,
      List<One> applications,
      List<String> images,
      PodCount pods,
      List<QuotaUse> nearQuota,
      int networkPolicies) {

    static OneTenant of(TenantStatus tenant) {
      return new OneTenant(
          tenant.name(),
          tenant.environment(),
          tenant.applications().stream().map(One::of).toList(),
          tenant.images(),
          tenant.pods(),
          tenant.nearQuota(),
          tenant.networkPolicies());
    }
  }

  private record One(
      String name,
      boolean found,
      @JsonInclude(JsonInclude.Include.NON_ABSENT) Optional<String> sync,
      @JsonInclude(JsonInclude.Include.NON_ABSENT) Optional<String> health,
      @JsonInclude(JsonInclude.Include.NON_ABSENT) Optional<String> revision,
      @JsonInclude(JsonInclude.Include.NON_ABSENT) Optional<String> complaint) {

    static One of(Expected expected) {
      return new One(
          expected.name(),
          expected.found().isPresent(),
          text(expected.found().map(Application::sync)),
          text(expected.found().map(Application::health)),
          text(expected.found().map(Application::revision)),
          text(expected.found().map(Application::complaint)));
    }

    private static Optional<String> text(Optional<String> value) {
      return value.filter(text -> !text.isEmpty());
    }
  }

  private record Count(String name, PodCount pods) {

    static Count of(NamespacePods one) {
      return new Count(one.namespace(), one.count());
    }
  }

  private record OnePage(String title, String url) {

    static OnePage of(Pages.Page page) {
      return new OnePage(page.title(), page.uri().toString());
    }
  }
}
