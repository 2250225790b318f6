package io.tenantproof.platform;

import io.tenantproof.image.ImageName;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * What the namespace observability runs, as far as it depends on the images that can be had.
 *
 * @param loki generation of Loki: 3, the official image, or 2, which can be built from packages
 * @param logAgent generation of the log agent, likewise
 * @param grafana whether Grafana runs: its image is an official one only
 */
public record Stack(int loki, int logAgent, boolean grafana) {

  /** The namespace, and the name of the Application that brings it. */
  public static final String NAMESPACE = "observability";

  /** The needs of the catalogue that it depends on. */
  static final Set<String> NEEDS = Set.of("loki", "log-agent", "grafana");

  /** What runs where all official images can be had. */
  public static final Stack OFFICIAL = new Stack(3, 3, true);

  /**
   * What the images of a run are for; {@code imageFor} gives the image of a need of the catalogue.
   */
  static Stack of(Function<String, Optional<ImageName>> imageFor) {
    return new Stack(
        generation(imageFor.apply("loki")),
        generation(imageFor.apply("log-agent")),
        imageFor.apply("grafana").isPresent());
  }

  private static int generation(Optional<ImageName> image) {
    return image.filter(one -> one.tag().startsWith("2.")).isPresent() ? 2 : 3;
  }

  /** The values of the chart platform. */
  Map<String, Object> values() {
    return Map.of("loki", loki, "logAgent", logAgent, "grafana", grafana);
  }
}
