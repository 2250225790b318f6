package io.tenantproof.cluster;

import com.github.dockerjava.api.command.InspectContainerResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * When a container was made and started, as its engine has recorded it
 * (https://docs.docker.com/reference/api/engine/version/v1.41/#tag/Container: {@code Created},
 * {@code State.StartedAt} and {@code State.FinishedAt}).
 *
 * @param created when it was made
 * @param started when it was started last
 * @param restarted whether that was not the first time
 */
public record ContainerLife(Instant created, Instant started, boolean restarted) {

  // An engine starts what it has made at once, a busy one some seconds later.
  private static final Duration LONGEST_START = Duration.ofMinutes(1);

  /** That of a node; empty where its engine does not say it. */
  public static Optional<ContainerLife> of(NodeContainer node) {
    InspectContainerResponse seen = node.engine().client().inspectContainerCmd(node.id()).exec();
    Optional<Instant> created = time(seen.getCreated());
    Optional<Instant> started = time(seen.getState().getStartedAt());
    // An engine writes the year 1 for a container that has never ended.
    boolean ended =
        time(seen.getState().getFinishedAt())
            .filter(at -> at.atOffset(ZoneOffset.UTC).getYear() > 1)
            .isPresent();
    return created.flatMap(
        made ->
            started.map(
                begun ->
                    new ContainerLife(
                        made, begun, ended || begun.isAfter(made.plus(LONGEST_START)))));
  }

  private static Optional<Instant> time(@Nullable String text) {
    try {
      return Optional.ofNullable(text).filter(one -> !one.isEmpty()).map(Instant::parse);
    } catch (DateTimeParseException notATime) {
      return Optional.empty();
    }
  }
}
