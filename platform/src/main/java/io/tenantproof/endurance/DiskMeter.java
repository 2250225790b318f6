package io.tenantproof.endurance;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * How large folders are.
 *
 * @param folders of each measure
 * @param without folders below them that do not count
 */
record DiskMeter(Map<Gauge, List<Path>> folders, Set<Path> without) implements Meter {

  /** Copies what it is given. */
  DiskMeter {
    folders = Map.copyOf(folders);
    without = Set.copyOf(without);
  }

  /**
   * That of a kit: its cache, and what Maven and the kit have made in its working tree.
   *
   * @param home the kit's folder
   * @param cache the kit's cache
   * @param own the folder of this measurement, which grows with each run
   */
  static DiskMeter of(Path home, Path cache, Path own) {
    return new DiskMeter(
        Map.of(
            Gauge.CACHE_DISK,
            List.of(cache),
            Gauge.GO_DISK,
            List.of(cache.resolve("go")),
            Gauge.TARGET_DISK,
            List.of(
                home.resolve("target"),
                home.resolve("demo-api/target"),
                home.resolve("platform/target"),
                home.resolve("e2e-tests/target"))),
        // The engine tells of its own folder; beside Go's nothing else would be noticed.
        Set.of(cache.resolve("engine"), cache.resolve("go"), own));
  }

  @Override
  public Map<Gauge, Reading> read() {
    Map<Gauge, Reading> readings = new EnumMap<>(Gauge.class);
    folders.forEach(
        (gauge, all) -> readings.put(gauge, Reading.of(all.stream().mapToLong(this::bytes).sum())));
    return readings;
  }

  private long bytes(Path folder) {
    if (!Files.isDirectory(folder)) {
      return 0;
    }
    Sum sum = new Sum(folder, without);
    try {
      Files.walkFileTree(folder, sum);
    } catch (IOException e) {
      throw new UncheckedIOException(folder + " can't be measured", e);
    }
    return sum.bytes;
  }

  private static final class Sum extends SimpleFileVisitor<Path> {
    private final Path root;
    private final Set<Path> without;
    private long bytes;

    private Sum(Path root, Set<Path> without) {
      this.root = root;
      this.without = without;
    }

    @Override
    public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
      return without.contains(folder) && !folder.equals(root)
          ? FileVisitResult.SKIP_SUBTREE
          : FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
      bytes += attributes.size();
      return FileVisitResult.CONTINUE;
    }

    // Gone meanwhile, or somebody else's.
    @Override
    public FileVisitResult visitFileFailed(Path file, IOException failure) {
      return FileVisitResult.CONTINUE;
    }
  }
}
