package io.tenantproof.junit;

import io.tenantproof.cluster.K3dProvider;
import io.tenantproof.diagnostics.FailureDump;
import io.tenantproof.diagnostics.LiveInventory;
import io.tenantproof.diagnostics.LiveMeasurements;
import io.tenantproof.file.FileTree;
import io.tenantproof.platform.ClusterSource;
import io.tenantproof.platform.GitServer;
import io.tenantproof.platform.Keep;
import io.tenantproof.platform.Kit;
import io.tenantproof.platform.Platform;
import io.tenantproof.platform.PlatformRequest;
import io.tenantproof.platform.PlatformUp;
import io.tenantproof.progress.ConsoleProgress;
import io.tenantproof.scenario.Journal;
import io.tenantproof.scenario.Observability;
import io.tenantproof.scenario.Scenario;
import io.tenantproof.settings.Setting;
import io.tenantproof.tenant.Tenant;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;

/**
 * The platform of a test run. A cluster that it has started ends with it: when the run ends, fails
 * or is interrupted.
 */
final class RunningPlatform implements AutoCloseable {

  private static final String DUMPS = "target/dumps";

  private final Kit kit;
  private final Platform platform;
  private final Scenario scenario;
  private final Thread removal;
  private final Warmth warmth;
  private final Optional<RunRecorder> recorder;
  private volatile boolean failed;

  private RunningPlatform(
      Kit kit,
      Platform platform,
      Scenario scenario,
      Thread removal,
      Warmth warmth,
      Optional<RunRecorder> recorder) {
    this.kit = kit;
    this.platform = platform;
    this.scenario = scenario;
    this.removal = removal;
    this.warmth = warmth;
    this.recorder = recorder;
  }

  /** Evidence of an earlier run would be taken for this one's. */
  static void forgetDumps(Path home) {
    new FileTree(home.resolve(DUMPS)).delete();
  }

  /** The platform of a whole run, whose report tells what it was; else one beside that. */
  static RunningPlatform start(RunRecorder recorder, Kit kit, boolean ofTheRun) {
    Warmth warmth = ofTheRun ? Warmth.of(kit) : Warmth.beside(kit);
    PlatformRequest request = warmth.request();
    Thread removal = Thread.ofPlatform().unstarted(() -> warmth.interrupted(request.cluster()));
    Runtime.getRuntime().addShutdownHook(removal);
    PrintWriter out = new PrintWriter(System.out, true, StandardCharsets.UTF_8);
    try (ConsoleProgress progress = new ConsoleProgress(out, false, 120, Clock.systemUTC())) {
      Platform platform = new PlatformUp(kit, request, recorder.booting(progress)).run();
      return new RunningPlatform(
          kit,
          platform,
          new Scenario(
              platform,
              platform.source().inCluster()
                  ? Optional.of(platform.gitServer().open())
                  : Optional.empty(),
              new Observability(platform.cluster().client()),
              new Journal(Clock.systemUTC())),
          removal,
          warmth,
          ofTheRun ? Optional.of(recorder) : Optional.empty());
    }
  }

  Scenario scenario() {
    return scenario;
  }

  /** Gathers what the cluster shows; to be called before anything is cleaned up. */
  Path dump(String test) {
    failed = true;
    Path folder = kit.home().resolve(DUMPS).resolve(test);
    new FailureDump(platform.cluster(), scenario.observability(), test, folder).gather();
    return folder;
  }

  @Override
  public void close() {
    Observability observability = scenario.observability();
    recorder.ifPresent(this::tell);
    observability.close();
    scenario.session().ifPresent(GitServer.Session::close);
    Keep keep = kit.settings().choice(Setting.KEEP, Keep.class);
    boolean kept = keep == Keep.ALWAYS || (keep == Keep.ON_FAILURE && failed);
    warmth.close();
    if (warmth.isReused()) {
      System.out.printf(
          "The platform stays warm for the next run with %s; `make down` removes it.%n",
          Setting.REUSE.property());
    } else if (kept) {
      System.out.printf(
          "The cluster is kept until the next run or `make down`; kubeconfig: %s%n",
          platform.cluster().kubeconfig());
    } else {
      removeCluster();
    }
    Runtime.getRuntime().removeShutdownHook(removal);
    platform.close();
  }

  private void tell(RunRecorder report) {
    Observability observability = scenario.observability();
    report.saw(
        new LiveMeasurements(
                observability::prometheus,
                observability::loki,
                platform.tenants().stream().map(Tenant::name).toList(),
                report.begin())
            .gather(),
        new LiveInventory(platform.cluster(), () -> kit.shop().catalogue()).gather());
  }

  private void removeCluster() {
    platform.cluster().node().ifPresent(node -> Warmth.remove(node.cluster()));
    if (ClusterSource.of(kit.settings()) == ClusterSource.K3D) {
      new K3dProvider().remove(platform.cluster().name());
    }
  }
}
