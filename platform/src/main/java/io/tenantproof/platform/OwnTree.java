package io.tenantproof.platform;

import io.tenantproof.file.FileTree;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A GitOps tree with the user's own parts in it.
 *
 * @param tree that is taken otherwise
 * @param own what is in place of its parts
 */
record OwnTree(Path tree, OwnFiles own) {

  private static final String TENANTS = "tenants";
  private static final String CHART = "charts/demo-api";

  /**
   * The folder to read: the tree as it is, or a copy with the parts laid over it, which goes when
   * the JVM ends.
   */
  Path folder() {
    if (!own.isPutTogether()) {
      return tree;
    }
    try {
      Path copy = Files.createTempDirectory("tenantproof-gitops-");
      Runtime.getRuntime()
          .addShutdownHook(Thread.ofPlatform().unstarted(() -> new FileTree(copy).delete()));
      new FileTree(tree).copyTo(copy);
      if (own.tenants().isPresent()) {
        replace(own.tenants().get(), copy.resolve(TENANTS));
      }
      if (own.chart().isPresent()) {
        Path chart = copy.resolve(CHART);
        replace(own.chart().get(), chart);
        // Argo CD reads values inside of the chart's folder alone.
        new FileTree(chart.resolve(TENANTS)).delete();
        Files.createSymbolicLink(chart.resolve(TENANTS), Path.of("../../" + TENANTS));
      }
      return copy;
    } catch (IOException e) {
      throw new UncheckedIOException(
          "the GitOps tree of %s can't be put together in %s; make room there"
              .formatted(own.file(), System.getProperty("java.io.tmpdir")),
          e);
    }
  }

  private static void replace(Path part, Path place) {
    new FileTree(place).delete();
    new FileTree(part).copyWithoutLinksTo(place);
  }
}
