package io.tenantproof.helm;

import com.marcnuri.helm.Helm;
import com.marcnuri.helm.TemplateCommand;
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
    try {
      TemplateCommand command =
          new Helm(folder).template().withName(release).withNamespace(namespace);
      values.forEach(command::set);
      return command.call();
    } catch (RuntimeException e) {
      throw new ReleaseFailed(
          "The chart %s can't be rendered for %s: %s"
              .formatted(folder.getFileName(), namespace, e.getMessage()),
          e);
    } finally {
      EndingSignals.giveBackToTheJvm();
    }
  }
}
