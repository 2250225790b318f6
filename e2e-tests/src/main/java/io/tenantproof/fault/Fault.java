package io.tenantproof.fault;

import java.time.Duration;

/**
 * Something that breaks, and what it may cost; docs/reliability.md says why, and which of it was
 * written down before it was measured.
 */
public enum Fault {
  /** As a person or the drain of a node does it. */
  POD_DELETED("a pod of a tenant is deleted", 0),
  /** Its connections break, and some go to it until all know that it is gone. */
  POD_KILLED("a pod of a tenant is killed", 20),
  /** The pods that run do not need it any more. */
  IMAGE_GONE("the image of a tenant's workload is gone from the node, and a pod is deleted", 0),
  /** Nothing that serves asks it. */
  API_SERVER("the API server is killed", 0),
  /** The same. */
  STORE("etcd is killed", 0),
  /** The same. */
  CONTROLLERS("the controller manager and the scheduler are killed", 0),
  /** Containers run on without it. */
  KUBELET("the kubelet is killed", 0),
  /** Each container has a process of its own beside it. */
  RUNTIME("containerd is killed", 0),
  /** The rules that it made are the kernel's. */
  PROXY("kube-proxy is killed", 0),
  /** There is one; who looks a name up meanwhile asks again after five seconds. */
  NAMES("CoreDNS is killed", 250),
  /**
   * New connections wait for its word: they are dropped, never let through. TCP asks again soon, a
   * lookup of a name after five seconds.
   */
  POLICY_AGENT("the policy agent is killed", 100),
  /** Nothing that serves asks it. */
  ARGO_CD("Argo CD's controller and repo-server are killed", 0),
  /** The same. */
  GIT_SERVER("the git server is killed", 0),
  /** The same. */
  OBSERVABILITY("Prometheus, Loki and the log agent are killed", 0);

  private static final Duration USUAL = Duration.ofSeconds(25);
  // All that asks the API server waits before it asks again, the longer the more often that failed;
  // an image is looked for, and brought back.
  private static final Duration LONG = Duration.ofSeconds(50);

  private final String what;
  private final int mayFailInThousand;

  Fault(String what, int mayFailInThousand) {
    this.what = what;
    this.mayFailInThousand = mayFailInThousand;
  }

  /** In words. */
  public String what() {
    return what;
  }

  /** How long clients ask: from before the fault until well after it. */
  Duration lasts() {
    return switch (this) {
      case API_SERVER, IMAGE_GONE -> LONG;
      default -> USUAL;
    };
  }

  /** How many of a thousand requests of the clients may fail. */
  public int mayFailInThousand() {
    return mayFailInThousand;
  }
}
