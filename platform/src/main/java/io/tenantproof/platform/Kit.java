package io.tenantproof.platform;

import io.tenantproof.engine.Check;
import io.tenantproof.engine.ContainerEngine;
import io.tenantproof.engine.DebianEngine;
import io.tenantproof.engine.EngineChecks;
import io.tenantproof.engine.EngineChecks.Needs;
import io.tenantproof.image.ImageShop;
import io.tenantproof.image.Images.Mode;
import io.tenantproof.progress.Progress;
import io.tenantproof.settings.BadSetting;
import io.tenantproof.settings.Setting;
import io.tenantproof.settings.Settings;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The kit's own files, its caches and its tools, as the settings name them.
 *
 * @param settings of this run
 * @param home the kit's folder: the one that holds platform, gitops and demo-api
 * @param own what of the platform is the user's own
 * @param gitops the folder that Argo CD reads
 */
public record Kit(Settings settings, Path home, OwnFiles own, Path gitops) {

  private static final long GIB = 1024L * 1024 * 1024;

  // Measured; docs/performance.md tells how.
  private static final long DISK_TO_BUILD = 24 * GIB;
  private static final long DISK_TO_RUN = 4 * GIB;
  private static final long MEMORY = 4 * GIB;

  /** A kit with nothing of the user's own. */
  public Kit(Settings settings, Path home) {
    this(settings, home, OwnFiles.none(home.resolve("tenantproof.yaml")), home.resolve("gitops"));
  }

  /**
   * The kit that the settings name, or the one around the current folder.
   *
   * @throws BadSetting when there is none
   */
  public static Kit of(Settings settings) {
    Path start = settings.find(Setting.HOME).map(Path::of).orElse(Path.of("")).toAbsolutePath();
    return Stream.iterate(Optional.of(start), Optional::isPresent, at -> parent(at))
        .flatMap(Optional::stream)
        .filter(folder -> Files.isRegularFile(folder.resolve("platform/images/catalogue.yaml")))
        .findFirst()
        .map(home -> of(settings, home))
        .orElseThrow(
            () ->
                new BadSetting(
                    "%s is not in a TenantProof folder; go there, or name it with %s.%s"
                        .formatted(
                            start,
                            Setting.HOME.variable(),
                            settings
                                .origin(Setting.HOME)
                                .map(" It was named by %s."::formatted)
                                .orElse(""))));
  }

  private static Kit of(Settings settings, Path home) {
    OwnFiles own = OwnFiles.of(settings, home);
    Path tree = own.gitops().orElse(home.resolve("gitops"));
    return new Kit(settings, home, own, new OwnTree(tree, own).folder());
  }

  private static Optional<Path> parent(Optional<Path> folder) {
    return folder.flatMap(path -> Optional.ofNullable(path.getParent()));
  }

  /** The folder of caches. */
  public Path cache() {
    return settings
        .find(Setting.CACHE)
        .map(Path::of)
        .orElseGet(
            () ->
                Optional.ofNullable(System.getenv("XDG_CACHE_HOME"))
                    .filter(folder -> !folder.isBlank())
                    .map(Path::of)
                    .orElse(Path.of(System.getProperty("user.home"), ".cache"))
                    .resolve("tenantproof"))
        .toAbsolutePath();
  }

  /**
   * The folder that Argo CD reads, for who changes its files.
   *
   * @throws BadSetting when it is put together from several folders
   */
  public Path editable() {
    if (own.isPutTogether()) {
      throw new BadSetting(
          "%s puts the GitOps tree together from several folders: change the files there by hand."
              .formatted(own.file()));
    }
    return gitops;
  }

  /** A chart that the kit installs itself. */
  public Path chart(String name) {
    return home.resolve("platform/charts").resolve(name);
  }

  /** The image catalogue with its tools. */
  public ImageShop shop() {
    return ImageShop.at(
        home.resolve("platform/images"),
        cache(),
        settings.get(Setting.DEBIAN_MIRROR),
        settings.choice(Setting.IMAGES, Mode.class));
  }

  /** The engine from Debian packages, installed or not. */
  public DebianEngine debianEngine() {
    return new DebianEngine(shop().debian(), cache().resolve("engine"));
  }

  /** All that a run needs of the machine, checked. */
  public List<Check> checks(Optional<ContainerEngine> engine) {
    return new EngineChecks(new Needs(diskNeeded(), MEMORY, cache())).check(engine);
  }

  /**
   * An engine that can run a cluster: the one that answers, or one that is installed now.
   *
   * @throws io.tenantproof.engine.EngineUnavailable when there is none, with the cure
   */
  public ContainerEngine engine(Progress progress) {
    try (Progress.Step step = progress.begin("container engine")) {
      Optional<ContainerEngine> found = ContainerEngine.find();
      if (found.isEmpty() && DebianEngine.canInstall()) {
        requireDisk();
        found = Optional.of(debianEngine().start(step));
      }
      EngineChecks.require(checks(found));
      ContainerEngine engine = found.orElseThrow();
      step.done("Docker " + engine.version().getVersion() + " at " + engine.address());
      return engine;
    }
  }

  private void requireDisk() {
    EngineChecks.require(
        checks(Optional.empty()).stream()
            .filter(check -> check.name().startsWith("disk"))
            .toList());
  }

  // A node image in the cache says that the long builds are done.
  private long diskNeeded() {
    return Files.isDirectory(cache().resolve("images")) ? DISK_TO_RUN : DISK_TO_BUILD;
  }
}
