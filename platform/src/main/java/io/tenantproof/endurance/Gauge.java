package io.tenantproof.endurance;

import java.util.Locale;

/** What is measured after each run. */
public enum Gauge {
  /** All containers of the engine, running or not. */
  CONTAINERS("cont", "containers of the engine", Kind.COUNTED),
  /** Those that carry a label of the kit. */
  KIT_CONTAINERS("kit", "containers of the kit", Kind.COUNTED),
  /** Volumes of the engine. */
  VOLUMES("vol", "volumes of the engine", Kind.COUNTED),
  /** Networks of the engine. */
  NETWORKS("net", "networks of the engine", Kind.COUNTED),
  /** Namespaces of the reused platform. */
  NAMESPACES("ns", "namespaces", Kind.COUNTED),
  /** Pods of the reused platform, in whatever phase. */
  PODS("pods", "pods", Kind.COUNTED),
  /** PersistentVolumes of the reused platform. */
  PERSISTENT_VOLUMES("pv", "PersistentVolumes", Kind.COUNTED),
  /** Applications of the reused platform. */
  APPLICATIONS("apps", "Applications", Kind.COUNTED),
  /** TCP ports that somebody listens on at this machine's loopback addresses. */
  PORTS("ports", "TCP ports on loopback", Kind.COUNTED),
  /** Processes whose command line names the kit's folder. */
  KIT_PROCESSES("procs", "processes of the kit", Kind.COUNTED),
  /** Entries of the system's temp folder with the kit's prefix. */
  TEMPORARY("temp", "entries tenantproof* of the temp folder", Kind.COUNTED),
  /** All processes of the machine; other programs come and go as they like. */
  ALL_PROCESSES("all-procs", "processes of the machine", Kind.SHOWN),
  /** Open files of the machine. */
  OPEN_FILES("files", "open files of the machine", Kind.SHOWN),
  /** All entries of the system's temp folder. */
  ALL_TEMPORARY("all-temp", "entries of the temp folder", Kind.SHOWN),
  /** What the nodes' containers use, without what the kernel would give back at once. */
  NODE_MEMORY("node-MiB", "memory of the node", Kind.MEMORY),
  /** Images, containers, volumes and build cache of the engine. */
  ENGINE_DISK("engine-MiB", "disk of the engine", Kind.DISK),
  /** The kit's cache without the engine's own folder and what Go keeps, which is most of it. */
  CACHE_DISK("cache-MiB", "disk of the cache", Kind.DISK),
  /** Go's modules and compiled packages in the kit's cache. */
  GO_DISK("go-MiB", "disk of Go's part of the cache", Kind.DISK),
  /** Maven's and the kit's folders called target. */
  TARGET_DISK("target-MiB", "disk of the working tree's target folders", Kind.DISK);

  private static final double MIB = 1 << 20;

  private final String heading;
  private final String title;
  private final Kind kind;

  Gauge(String heading, String title, Kind kind) {
    this.heading = heading;
    this.title = title;
    this.kind = kind;
  }

  /** The head of its column. */
  String heading() {
    return heading;
  }

  /** What it is, in words. */
  public String title() {
    return title;
  }

  /** How it is judged. */
  public Kind kind() {
    return kind;
  }

  /** Its name in JSON, as in {@code nodeMemory}. */
  String key() {
    String[] words = name().toLowerCase(Locale.ROOT).split("_", -1);
    StringBuilder key = new StringBuilder(words[0]);
    for (int i = 1; i < words.length; i++) {
      key.append(words[i].substring(0, 1).toUpperCase(Locale.ROOT)).append(words[i].substring(1));
    }
    return key.toString();
  }

  /** A value in the unit of the column. */
  String shown(long value) {
    return kind.isQuantity() ? "%d".formatted(Math.round(value / MIB)) : Long.toString(value);
  }

  /** How a measure is judged. */
  public enum Kind {
    /** Things: as many after the last run as after the second. */
    COUNTED(0, 0),
    /**
     * Bytes of memory: a runtime gives its garbage back when it has to, so they go up and down by
     * some percent without a leak.
     */
    MEMORY(2, 25),
    /** Bytes of disk: what is kept is there, so they do not go up and down by themselves. */
    DISK(1, 10),
    /** Not the kit's alone: shown, and no part of the verdict. */
    SHOWN(0, 0);

    private final double mostPerRun;
    private final double mostInAll;

    Kind(double mostPerRun, double mostInAll) {
      this.mostPerRun = mostPerRun;
      this.mostInAll = mostInAll;
    }

    /** Percent of what was there after the second run that each further one may add. */
    public double mostPerRun() {
      return mostPerRun;
    }

    /** The same of all further ones together. */
    public double mostInAll() {
      return mostInAll;
    }

    boolean isQuantity() {
      return this == MEMORY || this == DISK;
    }
  }
}
