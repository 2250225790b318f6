package io.tenantproof.engine;

import com.github.dockerjava.api.model.Info;
import com.github.dockerjava.api.model.Version;
import io.tenantproof.engine.Check.Verdict;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a machine must have before a cluster is started on it.
 *
 * @param needs how much of the machine the run will use
 */
public record EngineChecks(Needs needs) {

  // 20.10 can't run privileged containers on kernels that withhold CAP_SYS_RESOURCE; its API 1.41
  // is below what current clients speak.
  static final int LEAST_MAJOR_VERSION = 23;

  /**
   * How much of the machine a run uses.
   *
   * @param diskBytes free disk for the engine and the cache
   * @param memoryBytes memory of the machine
   * @param cache the folder of the cache
   */
  public record Needs(long diskBytes, long memoryBytes, Path cache) {}

  /** Looks at everything and changes nothing. */
  public List<Check> check(Optional<ContainerEngine> found) {
    List<Check> checks = new ArrayList<>();
    checks.add(disk("disk of the cache", needs.cache()));
    if (found.isEmpty()) {
      checks.add(
          Check.failed(
              "container engine", "none answers", "Docker " + LEAST_MAJOR_VERSION, absentCure()));
      return List.copyOf(checks);
    }
    ContainerEngine engine = found.get();
    Info info = engine.info();
    checks.add(version(engine.version()));
    checks.add(rights(info));
    checks.add(cgroups(info));
    checks.add(memory(info));
    if (engine.isLocal() && Files.isDirectory(Path.of(text(info.getDockerRootDir())))) {
      checks.add(disk("disk of the engine", Path.of(text(info.getDockerRootDir()))));
    }
    return List.copyOf(checks);
  }

  /**
   * Stops a run that can't end well.
   *
   * @throws EngineUnavailable when a check failed, with all failed checks and their cures
   */
  public static void require(List<Check> checks) {
    List<String> failed =
        checks.stream()
            .filter(check -> check.verdict() == Verdict.FAILED)
            .map(
                c ->
                    "%s: found %s, needed %s. %s"
                        .formatted(c.name(), c.seen(), c.wanted(), c.cure()))
            .toList();
    if (!failed.isEmpty()) {
      throw new EngineUnavailable(String.join("\n", failed));
    }
  }

  private static Check version(Version version) {
    String seen = "%s (API %s)".formatted(version.getVersion(), version.getApiVersion());
    String wanted = LEAST_MAJOR_VERSION + " or newer";
    return major(text(version.getVersion())) >= LEAST_MAJOR_VERSION
        ? Check.ok("container engine", seen, wanted)
        : Check.failed(
            "container engine",
            seen,
            wanted,
            "Update Docker (https://docs.docker.com/engine/install/), or stop it and run as root on"
                + " Debian: a newer one is installed then.");
  }

  static int major(String version) {
    String digits = version.split("\\.", 2)[0].replaceAll("\\D", "");
    // Engines without a version number (podman's API, builds from source) are taken as new.
    return digits.isEmpty() ? Integer.MAX_VALUE : Integer.parseInt(digits);
  }

  private static Check rights(Info info) {
    List<String> options = Optional.ofNullable(info.getSecurityOptions()).orElse(List.of());
    boolean rootless = options.stream().anyMatch(option -> option.contains("rootless"));
    return rootless
        ? Check.warning(
            "privileged containers",
            "rootless engine",
            "an engine that runs as root",
            "A rootless engine needs cgroup v2 with delegation; if the node does not get Ready, use"
                + " a rootful engine.")
        : Check.ok("privileged containers", "allowed", "allowed");
  }

  private static Check cgroups(Info info) {
    Object version =
        Optional.<Object>ofNullable(info.getRawValues().get("CgroupVersion")).orElse("?");
    return "2".equals(version.toString())
        ? Check.ok("cgroup version", "2", "2 (1 works)")
        : Check.warning(
            "cgroup version",
            version.toString(),
            "2 (1 works)",
            "Kubernetes has deprecated cgroup v1; rancher/k3s may refuse it, the node image built"
                + " here does not.");
  }

  private Check memory(Info info) {
    long seen = Optional.ofNullable(info.getMemTotal()).orElse(0L);
    String wanted = gibibytes(needs.memoryBytes());
    return seen >= needs.memoryBytes()
        ? Check.ok("memory of the engine", gibibytes(seen), wanted)
        : Check.failed(
            "memory of the engine", gibibytes(seen), wanted, "Give the engine more memory.");
  }

  private Check disk(String name, Path folder) {
    Path there = folder.toAbsolutePath();
    while (!Files.exists(there) && there.getParent() != null) {
      there = there.getParent();
    }
    try {
      long free = Files.getFileStore(there).getUsableSpace();
      String wanted = gibibytes(needs.diskBytes()) + " free";
      return free >= needs.diskBytes()
          ? Check.ok(name, gibibytes(free) + " free", wanted)
          : Check.failed(
              name,
              "%s free at %s".formatted(gibibytes(free), there),
              wanted,
              "Free some space (make clean-cache empties the kit's own cache), or name another"
                  + " folder with TENANTPROOF_CACHE.");
    } catch (IOException e) {
      throw new UncheckedIOException("free space of " + there + " can't be read", e);
    }
  }

  private static String absentCure() {
    return DebianEngine.canInstall()
        ? "It is installed from Debian packages by `make demo` and `make verify`."
        : "Install Docker (https://docs.docker.com/engine/install/) and start it, or run as root on"
            + " Debian or Ubuntu: it is installed from packages then.";
  }

  private static String gibibytes(long bytes) {
    return "%.1f GiB".formatted(bytes / (1024.0 * 1024 * 1024));
  }

  private static String text(@org.jspecify.annotations.Nullable String value) {
    return value == null ? "" : value;
  }
}
