package io.tenantproof.boot;

import java.util.Locale;

/**
 * Which milestone of a boot it is.
 *
 * @param kind what happened
 * @param name of the node, the Application or the tenant that it happened to; empty for the one
 *     there is
 */
public record Mark(Kind kind, String name) {

  /** What happens in a boot, in the order in which it is told. */
  public enum Kind {
    /** The engine has made the node's container. */
    CREATED("container made"),
    /** The engine has started it. */
    STARTED("container started"),
    /** The API server says that it is ready. */
    API_SERVER("API server ready"),
    /** Kubernetes knows the node. */
    REGISTERED("node %s registered"),
    /** It takes pods. */
    READY("node %s Ready"),
    /** The node's runtime has the images of all pods. */
    IMAGES("images imported"),
    /** The node's own start is over. */
    NODE("node is up"),
    /** Each API that another program serves does so. */
    APIS("all APIs answer"),
    /** The namespace of Argo CD is there. */
    ARGO_CD_BEGUN("Argo CD begun"),
    /** The git server takes requests. */
    GIT_SERVER("git server ready"),
    /** All of Argo CD takes requests. */
    ARGO_CD("Argo CD ready"),
    /** There is such an Application. */
    MADE("Application %s made"),
    /** Its first sync is over. */
    SYNCED("%s Synced"),
    /** Each container of the tenant's workload runs. */
    PODS_STARTED("pods of %s started"),
    /** They take requests. */
    PODS_READY("pods of %s ready"),
    /** Argo CD found all of it healthy. */
    HEALTHY("%s Healthy");

    private final String words;

    Kind(String words) {
      this.words = words;
    }
  }

  /** The one there is. */
  static Mark of(Kind kind) {
    return new Mark(kind, "");
  }

  /** What it is called by programs, as in {@code synced:tenant-a}. */
  public String id() {
    String word = kind.name().toLowerCase(Locale.ROOT).replace('_', '-');
    return name.isEmpty() ? word : word + ":" + name;
  }

  /** What it is called by people, as in "tenant-a Synced". */
  public String title() {
    return kind.words.formatted(name);
  }
}
