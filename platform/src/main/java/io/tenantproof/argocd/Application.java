package io.tenantproof.argocd;

import java.util.List;

/**
 * What Argo CD says of an Application
 * (https://argo-cd.readthedocs.io/en/stable/operator-manual/resource_actions/ names the fields).
 *
 * @param name its name
 * @param project its AppProject
 * @param sync Synced, OutOfSync or Unknown
 * @param health Healthy, Progressing, Degraded, Suspended, Missing or Unknown
 * @param revision the commit that it was compared with
 * @param operation the last sync
 * @param conditions what is wrong, as "ComparisonError: …"
 * @param resources those that are not synced or not healthy, with the reason
 */
public record Application(
    String name,
    String project,
    String sync,
    String health,
    String revision,
    Operation operation,
    List<String> conditions,
    List<String> resources) {

  /** Copies what it is given. */
  public Application {
    conditions = List.copyOf(conditions);
    resources = List.copyOf(resources);
  }

  /**
   * A sync.
   *
   * @param phase Running, Succeeded, Failed, Error or Terminating; empty where none ever ran
   * @param revision the commit
   * @param message how it went
   * @param failures resources that were refused, with the reason
   */
  public record Operation(String phase, String revision, String message, List<String> failures) {

    /** Copies what it is given. */
    public Operation {
      failures = List.copyOf(failures);
    }
  }

  /** Whether it is Synced to a commit, and Healthy, and no sync is under way. */
  public boolean isSettledAt(String commit) {
    return isSettled() && revision.equals(commit);
  }

  /** Whether it is Synced and Healthy, and no sync is under way. */
  public boolean isSettled() {
    return sync.equals("Synced")
        && health.equals("Healthy")
        && !operation.phase().equals("Running");
  }

  /** All that Argo CD complains about, in one line; empty where it does not. */
  public String complaint() {
    List<String> all = new java.util.ArrayList<>(conditions);
    all.addAll(operation.failures());
    if (!operation.phase().isEmpty() && !operation.phase().equals("Succeeded")) {
      all.add("sync " + operation.phase() + ": " + operation.message());
    }
    all.addAll(resources);
    return String.join("; ", all);
  }

  /** Its state in one line. */
  @Override
  public String toString() {
    String complaint = complaint();
    return "%s is %s and %s at %s%s"
        .formatted(
            name,
            sync.isEmpty() ? "not compared yet" : sync,
            health.isEmpty() ? "of no health yet" : health,
            revision.isEmpty()
                ? "no revision"
                : revision.substring(0, Math.min(7, revision.length())),
            complaint.isEmpty() ? "" : " (" + complaint + ")");
  }
}
