package io.tenantproof.status;

import io.tenantproof.argocd.Application;
import io.tenantproof.console.Columns;
import io.tenantproof.status.PlatformStatus.ClusterStatus;
import io.tenantproof.status.PlatformStatus.Expected;
import io.tenantproof.status.PlatformStatus.TenantStatus;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A platform's status for people: one screen.
 *
 * @param width in columns
 */
public record StatusText(int width) {

  private static final int WIDEST = 110;
  private static final int MARK = 4;
  private static final int STATE = 27;
  private static final int SHORT = 7;

  /** The text, whose last lines say what is not as it is to be. */
  public String of(PlatformStatus status) {
    StringBuilder text = new StringBuilder();
    text.append(line(cluster(status.cluster())));
    int names = status.applications().stream().mapToInt(one -> one.name().length()).max().orElse(0);
    for (TenantStatus tenant : status.tenants()) {
      text.append('\n').append(line(heading(tenant)));
      text.append(applications(tenant.applications(), names));
      text.append(line("  " + summary(tenant)));
    }
    text.append("\nplatform\n").append(applications(status.components().applications(), names));
    status
        .components()
        .pods()
        .forEach(one -> text.append(line("  %s: %s".formatted(one.namespace(), one.count()))));
    if (!status.pages().isEmpty()) {
      text.append('\n');
      status.pages().forEach(one -> text.append("%-12s %s%n".formatted(one.title(), one.uri())));
    }
    return text.append('\n').append(closing(status)).toString();
  }

  private String line(String text) {
    Columns line = new Columns(Math.min(width, WIDEST));
    line.add(text);
    return line.toString();
  }

  private static String cluster(ClusterStatus cluster) {
    return "cluster %s (%s), Kubernetes %s, %d of %d node%s ready"
        .formatted(
            cluster.name(),
            cluster.provider(),
            cluster.version(),
            cluster.nodes() - cluster.notReady().size(),
            cluster.nodes(),
            cluster.nodes() == 1 ? "" : "s");
  }

  private static String heading(TenantStatus tenant) {
    return Stream.of(
            tenant.name() + (tenant.environment().isEmpty() ? "" : ", " + tenant.environment()),
            String.join(" ", tenant.images()))
        .filter(part -> !part.isEmpty())
        .collect(Collectors.joining(": "));
  }

  private String applications(List<Expected> applications, int names) {
    boolean fits = MARK + names + 1 + STATE <= width;
    return applications.stream()
        .map(
            one ->
                line(
                    "  %s %s %s"
                        .formatted(
                            one.isSettled() ? "✓" : "✗",
                            fits
                                ? one.name() + " ".repeat(names - one.name().length())
                                : one.name(),
                            one.found().map(StatusText::state).orElse("not there"))))
        .collect(Collectors.joining());
  }

  private static String state(Application application) {
    String revision = application.revision();
    return "%s %s %s"
        .formatted(
            application.sync().isEmpty() ? "not compared" : application.sync(),
            application.health().isEmpty() ? "of no health" : application.health(),
            revision.substring(0, Math.min(SHORT, revision.length())));
  }

  private static String summary(TenantStatus tenant) {
    return "%s; %d NetworkPolicies%s"
        .formatted(
            tenant.pods(),
            tenant.networkPolicies(),
            tenant.nearQuota().isEmpty()
                ? ""
                : tenant.nearQuota().stream()
                    .map(QuotaUse::toString)
                    .collect(Collectors.joining(", ", "; near its quota: ", "")));
  }

  private String closing(PlatformStatus status) {
    List<String> problems = status.problems();
    if (problems.isEmpty()) {
      return line(
          "All %d Applications are Synced and Healthy.".formatted(status.applications().size()));
    }
    StringBuilder text = new StringBuilder(line("Not all is Synced and Healthy:"));
    problems.forEach(problem -> text.append(line("  " + problem)));
    return text.toString();
  }
}
