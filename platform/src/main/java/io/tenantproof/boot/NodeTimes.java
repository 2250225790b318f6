package io.tenantproof.boot;

import com.github.dockerjava.api.exception.DockerException;
import io.tenantproof.boot.Mark.Kind;
import io.tenantproof.cluster.ClusterUnavailable;
import io.tenantproof.cluster.ContainerLife;
import io.tenantproof.cluster.ContainerLog;
import io.tenantproof.cluster.NodeContainer;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What the engine knows of the start of a node.
 *
 * @param node whose
 * @param longest wait of the kit: what the node says later is of no boot
 */
record NodeTimes(NodeContainer node, Duration longest) {

  private static final Duration MOMENT = Duration.ofSeconds(10);
  private static final int NANOS = 9;

  // platform/images/node writes here while it imports, and not after.
  private static final String IMPORTS = "/var/log/node/images.log";

  private static final String LOG = "the node's log";

  /** What is told where there is no engine. */
  static List<Milestone> none() {
    String why = "no container of the kit's is the node";
    return List.of(
        Milestone.unknown(Mark.of(Kind.CREATED), why),
        Milestone.unknown(Mark.of(Kind.STARTED), why),
        Milestone.unknown(Mark.of(Kind.API_SERVER), why),
        Milestone.unknown(Mark.of(Kind.IMAGES), why),
        Milestone.unknown(Mark.of(Kind.NODE), why));
  }

  /**
   * What it knows.
   *
   * @throws BootUnknown where the container was started again
   */
  List<Milestone> read() {
    ContainerLife life =
        ContainerLife.of(node)
            .orElseThrow(
                () -> new BootUnknown("The engine does not say when the node was started."));
    if (life.restarted()) {
      throw new BootUnknown(
          "The node's container was made at %s and started again at %s, so its first boot can't be told: run `make down demo` for another one."
              .formatted(life.created(), life.started()));
    }
    NodeLog log =
        NodeLog.read(
            new ContainerLog(node.engine(), node.id())
                .timed(life.started(), life.started().plus(longest)));
    return List.of(
        Milestone.at(Mark.of(Kind.CREATED), life.created(), "the engine"),
        Milestone.at(Mark.of(Kind.STARTED), life.started(), "the engine"),
        said(Kind.API_SERVER, log.apiServer()),
        lastImport(life.started())
            .map(at -> Milestone.at(Mark.of(Kind.IMAGES), at, "the last line of " + IMPORTS))
            .orElseGet(() -> said(Kind.IMAGES, log.images())),
        said(Kind.NODE, log.up()));
  }

  private static Milestone said(Kind kind, Optional<Instant> time) {
    return Milestone.of(Mark.of(kind), time, LOG, LOG + " does not say it");
  }

  // The log says it no sooner than that the node is Ready; this file says when it was so.
  private Optional<Instant> lastImport(Instant begin) {
    try {
      return time(node.run(MOMENT, "stat", "-c", "%.Y", IMPORTS)).filter(at -> at.isAfter(begin));
    } catch (ClusterUnavailable | DockerException noSuchFile) {
      return Optional.empty();
    }
  }

  static Optional<Instant> time(String secondsSince1970) {
    try {
      BigDecimal seconds = new BigDecimal(secondsSince1970.strip());
      return Optional.of(
          Instant.ofEpochSecond(
              seconds.longValue(),
              seconds.remainder(BigDecimal.ONE).movePointRight(NANOS).longValue()));
    } catch (NumberFormatException notANumber) {
      return Optional.empty();
    }
  }
}
