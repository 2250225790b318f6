package io.tenantproof.isolation;

/** What kind of way from one tenant to another a vector is. */
public enum Family {
  /** Packets: pods, Services, the node, the API server, other namespaces. */
  NETWORK("network"),
  /** The Kubernetes API as a tenant's identities. */
  ACCESS("Kubernetes API"),
  /** What the API server takes into a tenant's namespace. */
  ADMISSION("admission"),
  /** What git can make Argo CD do. */
  GITOPS("GitOps"),
  /** Metrics and logs. */
  OBSERVABILITY("observability"),
  /** What one tenant can use up. */
  RESOURCES("resources"),
  /** Volumes. */
  STORAGE("storage"),
  /** Names. */
  DNS("DNS");

  private final String title;

  Family(String title) {
    this.title = title;
  }

  /** In words. */
  public String title() {
    return title;
  }
}
