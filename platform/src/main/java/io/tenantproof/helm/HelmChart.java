package io.tenantproof.helm;

import com.marcnuri.helm.Helm;
import com.marcnuri.helm.TemplateCommand;
import io.tenantproof.file.FileTree;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/**
 * A chart that is rendered and not installed.
 *
 * @param folder of the chart
 */
public record HelmChart(Path folder) {

  /**
   * What it makes, as YAML documents.
   *
   * @throws ReleaseFailed with Helm's words
   */
  public String render(String release, String namespace, Map<String, String> values) {
    // Of each link Helm prints a line, past the JVM: it gets a copy without any.
    Path copy = copy();
    try {
      TemplateCommand command =
          new Helm(copy).template().withName(release).withNamespace(namespace);
      values.forEach(command::set);
      return command.call();
    } catch (RuntimeException e) {
      throw new ReleaseFailed(
          "The chart %s can't be rendered for %s: %s"
              .formatted(folder.getFileName(), namespace, e.getMessage()),
          e);
    } finally {
      EndingSignals.giveBackToTheJvm();
      new FileTree(copy).delete();
    }
  }

  private Path copy() {
    try {
      Path copy = Files.createTempDirectory("tenantproof-chart-");
      new FileTree(folder).copyWithoutLinksTo(copy);
      return copy;
    } catch (IOException e) {
      throw new UncheckedIOException(
          "the chart %s can't be copied to %s; make room there"
              .formatted(folder, System.getProperty("java.io.tmpdir")),
          e);
    }
  }
}
