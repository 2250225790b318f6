package io.tenantproof.junit;

import io.tenantproof.cluster.NodeGroup;
import io.tenantproof.engine.ContainerEngine;
import io.tenantproof.platform.Kit;
import io.tenantproof.platform.PlatformRequest;
import io.tenantproof.settings.BadSetting;
import io.tenantproof.settings.Setting;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * Whether the platform of a run is the run's alone, or a warm one that was there before and stays.
 *
 * <p>Specs change the repository of their platform, so a warm one is used by one run at a time.
 */
final class Warmth implements AutoCloseable {

  private final PlatformRequest request;
  private final Optional<FileLock> lock;

  private Warmth(PlatformRequest request, Optional<FileLock> lock) {
    this.request = request;
    this.lock = lock;
  }

  /**
   * As the settings say.
   *
   * @throws BadSetting when another run uses the warm one at the moment
   */
  static Warmth of(Kit kit) {
    if (kit.settings().choice(Setting.REUSE, Reuse.class) == Reuse.TRUE) {
      Path folder = kit.home().resolve("target/reused");
      return new Warmth(
          new PlatformRequest(PlatformRequest.REUSED, folder, Map.of(), true),
          Optional.of(locked(folder)));
    }
    return alone(kit, "verify");
  }

  /** One beside that of the run, never a warm one. */
  static Warmth beside(Kit kit) {
    return alone(kit, "beside");
  }

  private static Warmth alone(Kit kit, String stem) {
    String name = stem + "-" + UUID.randomUUID().toString().substring(0, 5);
    return new Warmth(
        new PlatformRequest(name, kit.home().resolve("target").resolve(stem), Map.of(), false),
        Optional.empty());
  }

  private enum Reuse {
    FALSE,
    TRUE
  }

  // The system lets go of it when this JVM ends, however that comes.
  private static FileLock locked(Path folder) {
    Path file = folder.resolve("lock");
    try {
      Files.createDirectories(folder);
      FileChannel channel =
          FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      return Optional.ofNullable(channel.tryLock()).orElseThrow(() -> taken(file));
    } catch (OverlappingFileLockException e) {
      throw taken(file);
    } catch (IOException e) {
      throw new UncheckedIOException(file + " can't be locked", e);
    }
  }

  private static BadSetting taken(Path file) {
    return new BadSetting(
        "%s: another run uses the warm platform at the moment (%s is locked). Wait for its end, or run without %1$s."
            .formatted(Setting.REUSE.property(), file));
  }

  PlatformRequest request() {
    return request;
  }

  boolean isReused() {
    return lock.isPresent();
  }

  /** The run was broken off: a cluster of its own goes with it. */
  void interrupted(String cluster) {
    if (!isReused()) {
      remove(cluster);
    }
  }

  // By name: an interrupt may come before there is a platform.
  static void remove(String cluster) {
    ContainerEngine.find().ifPresent(engine -> new NodeGroup(engine, cluster).remove());
  }

  /** Lets another run use it. */
  @Override
  public void close() {
    lock.ifPresent(
        held -> {
          try {
            held.acquiredBy().close();
          } catch (IOException e) {
            throw new UncheckedIOException("the lock of the warm platform can't be let go", e);
          }
        });
  }
}
