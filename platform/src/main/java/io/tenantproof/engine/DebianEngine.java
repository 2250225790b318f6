package io.tenantproof.engine;

import io.tenantproof.command.Command;
import io.tenantproof.debian.DebianArchive;
import io.tenantproof.debian.DebianPackage;
import io.tenantproof.progress.Progress;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionTimeoutException;

/**
 * Docker Engine from Debian packages, for a machine that has none.
 *
 * <p>Where the host's own release is new enough its package is installed. An older release (Debian
 * 12 has 20.10, which can't run privileged containers on kernels that withhold CAP_SYS_RESOURCE)
 * gets the engine of the next one unpacked beside it, with the host's own runc.
 *
 * @param newer the release that has a new enough engine
 * @param folder where the engine of the other release is unpacked and where its data is
 */
public record DebianEngine(DebianArchive newer, Path folder) {

  private static final Path SYSTEMD = Path.of("/run/systemd/system");
  private static final List<String> UNPACKED = List.of("docker.io", "containerd", "tini");

  /** Whether this machine is one where the engine can be installed: Debian or Ubuntu, as root. */
  public static boolean canInstall() {
    return "root".equals(System.getProperty("user.name"))
        && Files.isExecutable(Path.of("/usr/bin/apt-get"))
        && Files.isExecutable(Path.of("/usr/bin/dpkg-deb"));
  }

  /**
   * Installs the engine where it is not installed yet, and starts it.
   *
   * @return the running engine
   * @throws EngineUnavailable when it does not answer within 30 seconds
   */
  public ContainerEngine start(Progress.Step step) {
    Path daemon = installed().orElseGet(() -> install(step));
    step.detail("starting " + daemon);
    return launch(daemon);
  }

  /** Ends an engine that {@link #start} has started; any other is left alone. */
  public void stop() {
    Path pidFile = pidFile();
    if (!Files.exists(pidFile)) {
      return;
    }
    try {
      long pid = Long.parseLong(Files.readString(pidFile).strip());
      ProcessHandle.of(pid).filter(DebianEngine::isDaemon).ifPresent(this::end);
      Files.deleteIfExists(pidFile);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Whether the engine that answers now was started by {@link #start}. */
  public boolean isOurs() {
    try {
      return Files.exists(pidFile())
          && ProcessHandle.of(Long.parseLong(Files.readString(pidFile()).strip()))
              .filter(DebianEngine::isDaemon)
              .isPresent();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void end(ProcessHandle daemon) {
    daemon.destroy();
    try {
      Awaitility.await("the engine's end")
          .atMost(Duration.ofSeconds(20))
          .pollInterval(Duration.ofMillis(100))
          .until(() -> !daemon.isAlive());
    } catch (ConditionTimeoutException e) {
      daemon.destroyForcibly();
    }
  }

  private Optional<Path> installed() {
    Path unpacked = folder.resolve("root/usr/sbin/dockerd");
    return List.of(Path.of("/usr/sbin/dockerd"), Path.of("/usr/bin/dockerd"), unpacked).stream()
        .filter(Files::isExecutable)
        .filter(path -> EngineChecks.major(versionOf(path)) >= EngineChecks.LEAST_MAJOR_VERSION)
        .findFirst();
  }

  private static String versionOf(Path daemon) {
    // "Docker version 26.1.5+dfsg1, build 411e817"
    return Command.of(daemon.toString(), "--version").run().getFirst().replaceAll("^\\D+", "");
  }

  private Path install(Progress.Step step) {
    step.detail("apt-get update");
    HostPackages.update();
    if (HostPackages.majorVersion("docker.io") >= EngineChecks.LEAST_MAJOR_VERSION) {
      step.detail("apt-get install docker.io");
      HostPackages.install("docker.io", "iptables");
    } else {
      step.detail("apt-get install runc iptables");
      HostPackages.install("runc", "iptables");
      unpackNewer(step);
    }
    return installed()
        .orElseThrow(
            () ->
                new EngineUnavailable(
                    "The engine was installed, but no dockerd of version %d or newer is there."
                        .formatted(EngineChecks.LEAST_MAJOR_VERSION)));
  }

  private void unpackNewer(Progress.Step step) {
    step.detail("the engine of Debian " + newer.suite());
    newer.update();
    newer.download(UNPACKED);
    Path root = folder.resolve("root");
    try {
      Files.createDirectories(root);
      for (DebianPackage one : newer.resolve(UNPACKED)) {
        if (UNPACKED.contains(one.name())) {
          newer.unpack(one, root);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException("the engine can't be unpacked to " + root, e);
    }
  }

  private ContainerEngine launch(Path daemon) {
    Path log = folder.resolve("dockerd.log");
    try {
      Files.createDirectories(folder);
      if (Files.isDirectory(SYSTEMD) && daemon.startsWith("/usr/sbin")) {
        Command.of("systemctl", "start", "docker").run();
      } else {
        startDetached(daemon, log);
      }
      return awaitAnswer();
    } catch (IOException e) {
      throw new UncheckedIOException("the engine can't be started", e);
    } catch (ConditionTimeoutException e) {
      throw new EngineUnavailable(
          "The engine was started, but does not answer within 30 s; its log: " + log, e);
    }
  }

  private void startDetached(Path daemon, Path log) throws IOException {
    // setsid: the engine outlives this JVM and the terminal's Ctrl-C. It listens on its socket
    // only.
    ProcessBuilder builder =
        new ProcessBuilder(
            "setsid",
            "--fork",
            daemon.toString(),
            "--pidfile=" + pidFile(),
            "--data-root=" + folder.resolve("data"),
            "--exec-root=/run/tenantproof/docker",
            "--ip=127.0.0.1");
    Map<String, String> environment = builder.environment();
    Path bin = folder.resolve("root/usr/bin");
    Path sbin = folder.resolve("root/usr/sbin");
    // runc is the host's own: the other release's one wants a newer C library.
    environment.merge(
        "PATH", bin + ":" + sbin, (old, ours) -> ours + ":" + old + ":/usr/sbin:/sbin");
    builder.redirectErrorStream(true).redirectOutput(log.toFile()).start();
  }

  private static ContainerEngine awaitAnswer() {
    return Awaitility.await("the engine's answer")
        .atMost(Duration.ofSeconds(30))
        .pollInterval(Duration.ofMillis(200))
        .until(ContainerEngine::find, Optional::isPresent)
        .orElseThrow();
  }

  private Path pidFile() {
    return folder.resolve("dockerd.pid");
  }

  private static boolean isDaemon(ProcessHandle process) {
    return process.info().command().map(command -> command.endsWith("dockerd")).orElse(false);
  }
}
