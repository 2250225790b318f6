package io.tenantproof.status;

import io.tenantproof.argocd.Application;
import io.tenantproof.platform.Pages;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A platform as it was seen.
 *
 * @param cluster it runs in
 * @param tenants sorted by name
 * @param components what it runs beside the tenants
 * @param pages that answer
 */
public record PlatformStatus(
    ClusterStatus cluster,
    List<TenantStatus> tenants,
    Components components,
    List<Pages.Page> pages) {

  /** Copies what it is given. */
  public PlatformStatus {
    tenants = List.copyOf(tenants);
    pages = List.copyOf(pages);
  }

  /**
   * A cluster.
   *
   * @param name its context or the demo's name
   * @param provider that the settings name
   * @param version of Kubernetes
   * @param nodes how many it has
   * @param notReady those that are not ready, by name
   */
  public record ClusterStatus(
      String name, String provider, String version, int nodes, List<String> notReady) {

    /** Copies what it is given. */
    public ClusterStatus {
      notReady = List.copyOf(notReady);
    }
  }

  /**
   * An Application, or the place of one that is not there.
   *
   * @param name its name
   * @param found what Argo CD says of it
   */
  public record Expected(String name, Optional<Application> found) {

    boolean isSettled() {
      return found.filter(Application::isSettled).isPresent();
    }

    String told() {
      return found.map(Application::toString).orElse("there is no Application " + name);
    }
  }

  /**
   * A tenant.
   *
   * @param name its name
   * @param environment the stage it runs; empty while its namespace is not there
   * @param applications all it is to have
   * @param images of its own workloads
   * @param pods of its namespace
   * @param nearQuota what of its quota is nearly used up
   * @param networkPolicies how many guard it
   */
  public record TenantStatus(
      String name,
      String environment,
      List<Expected> applications,
      List<String> images,
      PodCount pods,
      List<QuotaUse> nearQuota,
      int networkPolicies) {

    /** Copies what it is given. */
    public TenantStatus {
      applications = List.copyOf(applications);
      images = List.copyOf(images);
      nearQuota = List.copyOf(nearQuota);
    }
  }

  /**
   * The platform's own.
   *
   * @param applications that Argo CD syncs beside the tenants
   * @param pods of each of its namespaces
   */
  public record Components(List<Expected> applications, List<NamespacePods> pods) {

    /** Copies what it is given. */
    public Components {
      applications = List.copyOf(applications);
      pods = List.copyOf(pods);
    }
  }

  /**
   * The pods of a namespace.
   *
   * @param namespace its name
   * @param count of them
   */
  public record NamespacePods(String namespace, PodCount count) {}

  /** Whether all nodes are ready, and all Applications Synced and Healthy. */
  public boolean isGood() {
    return problems().isEmpty();
  }

  /** All Applications, the tenants' first. */
  List<Expected> applications() {
    return Stream.concat(
            tenants.stream().flatMap(one -> one.applications().stream()),
            components.applications().stream())
        .toList();
  }

  /** What is not as it is to be, each in a sentence with what Argo CD says of it. */
  public List<String> problems() {
    List<String> problems = new ArrayList<>();
    cluster.notReady().forEach(node -> problems.add("the node %s is not ready".formatted(node)));
    if (cluster.nodes() == 0) {
      problems.add("the cluster has no node");
    }
    applications().stream()
        .filter(one -> !one.isSettled())
        .map(Expected::told)
        .forEach(problems::add);
    return List.copyOf(problems);
  }
}
