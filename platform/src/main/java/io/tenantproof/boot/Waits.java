package io.tenantproof.boot;

import io.tenantproof.boot.Mark.Kind;
import io.tenantproof.platform.Platform;
import io.tenantproof.platform.Stack;
import io.tenantproof.tenant.Tenant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What each milestone waits for: the one place that says it. It follows {@code
 * platform/images/node} (the node's own order), {@code PlatformUp} (the kit's) and the charts of
 * {@code gitops} (Argo CD's).
 *
 * @param nodes names of the nodes
 * @param tenants of the platform
 */
record Waits(List<String> nodes, List<Tenant> tenants) {

  /** The Application that all others come from. */
  static final String ROOT = Platform.OWN.getFirst();

  Waits {
    nodes = List.copyOf(nodes);
    tenants = List.copyOf(tenants);
  }

  /** What a milestone waits for directly. */
  List<Mark> of(Mark mark) {
    String name = mark.name();
    return switch (mark.kind()) {
      case CREATED -> List.of();
      case STARTED -> List.of(Mark.of(Kind.CREATED));
      case API_SERVER -> List.of(Mark.of(Kind.STARTED));
      case REGISTERED -> List.of(Mark.of(Kind.API_SERVER));
      case READY -> List.of(new Mark(Kind.REGISTERED, name));
      // The node imports beside the start of its control plane.
      case IMAGES -> List.of(Mark.of(Kind.STARTED));
      case NODE ->
          Stream.concat(
                  nodes.stream().map(node -> new Mark(Kind.READY, node)),
                  Stream.of(Mark.of(Kind.IMAGES)))
              .toList();
      case APIS -> List.of(Mark.of(Kind.NODE));
      case ARGO_CD_BEGUN -> List.of(Mark.of(Kind.APIS));
      case GIT_SERVER, ARGO_CD -> List.of(Mark.of(Kind.ARGO_CD_BEGUN));
      case MADE -> makers(name);
      case SYNCED -> List.of(new Mark(Kind.MADE, name));
      case PODS_STARTED -> List.of(new Mark(Kind.MADE, applicationOf(name)));
      case PODS_READY -> List.of(new Mark(Kind.PODS_STARTED, name));
      case HEALTHY ->
          Stream.of(
                  Stream.of(new Mark(Kind.SYNCED, name)),
                  pods()
                      .filter(owner -> applicationOf(owner).equals(name))
                      .map(owner -> new Mark(Kind.PODS_READY, owner)),
                  children(name).map(child -> new Mark(Kind.HEALTHY, child)))
              .flatMap(marks -> marks)
              .toList();
    };
  }

  /** Whose pods are looked at: tenants', and those of what watches them. */
  private Stream<String> pods() {
    return Stream.concat(tenants.stream().map(Tenant::name), Stream.of(Stack.NAMESPACE));
  }

  private String applicationOf(String owner) {
    return tenants.stream()
        .filter(tenant -> tenant.name().equals(owner))
        .map(Tenant::workload)
        .findFirst()
        .orElse(owner);
  }

  /**
   * The Applications without whose health an Application has none ({@code
   * resource.customizations.health.argoproj.io_Application} of the chart argo-cd). Tenants come
   * from an ApplicationSet, which has no health.
   */
  Stream<String> children(String application) {
    return application.equals(ROOT)
        ? Platform.COMPONENTS.stream()
        : tenants.stream()
            .filter(tenant -> tenant.application().equals(application))
            .flatMap(tenant -> tenant.applications().stream())
            .filter(name -> !name.equals(application));
  }

  // The kit makes the root, that one the components and the tenants, a tenant's the rest of it. Of
  // the root's, the first component has a sync wave of its own (gitops/platform): its kinds come
  // before all that uses them.
  private List<Mark> makers(String application) {
    String first = Platform.COMPONENTS.getFirst();
    if (application.equals(ROOT)) {
      return List.of(Mark.of(Kind.ARGO_CD), Mark.of(Kind.GIT_SERVER));
    }
    Optional<Mark> parent = parent(application).map(name -> new Mark(Kind.MADE, name));
    return List.of(
        parent.orElseGet(
            () ->
                application.equals(first)
                    ? new Mark(Kind.MADE, ROOT)
                    : new Mark(Kind.HEALTHY, first)));
  }

  private Optional<String> parent(String application) {
    return tenants.stream()
        .filter(tenant -> tenant.applications().contains(application))
        .map(Tenant::application)
        .filter(name -> !name.equals(application))
        .findFirst();
  }
}
