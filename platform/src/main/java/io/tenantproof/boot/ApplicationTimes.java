package io.tenantproof.boot;

import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.tenantproof.boot.Mark.Kind;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * When an Application was made, synced and healthy for the first time
 * (https://argo-cd.readthedocs.io/en/stable/operator-manual/declarative-setup/ leads to the fields
 * of its status).
 *
 * @param name its name
 * @param created when it was made, as Kubernetes writes it
 * @param status as Argo CD writes it
 */
record ApplicationTimes(String name, String created, JsonNode status) {

  /** Those of an Application as the API server gives it. */
  static ApplicationTimes of(GenericKubernetesResource resource) {
    JsonNode root = JsonMapper.shared().valueToTree(resource.getAdditionalProperties());
    return new ApplicationTimes(
        resource.getMetadata().getName(),
        String.valueOf(resource.getMetadata().getCreationTimestamp()),
        root.path("status"));
  }

  Milestone made() {
    return Milestone.of(
        new Mark(Kind.MADE, name), time(created), "its creationTimestamp", "it says no time");
  }

  Milestone synced() {
    Mark mark = new Mark(Kind.SYNCED, name);
    return history()
        .findFirst()
        .map(
            first ->
                first.path("id").asLong(0) == 0
                    ? Milestone.of(
                        mark,
                        time(text(first.path("deployedAt"))),
                        "its first history.deployedAt",
                        "its history says no time")
                    : Milestone.unknown(mark, "Argo CD has forgotten its first syncs"))
        .orElseGet(() -> Milestone.unknown(mark, "it was never synced"));
  }

  /**
   * When it was healthy.
   *
   * @param children without whose health it has none
   */
  Milestone healthy(List<ApplicationTimes> children) {
    Mark mark = new Mark(Kind.HEALTHY, name);
    String now = text(status.at("/health/status"));
    Optional<Instant> since = time(text(status.at("/health/lastTransitionTime")));
    if (!now.equals("Healthy") || since.isEmpty()) {
      return Milestone.unknown(
          mark, now.equals("Healthy") ? "Argo CD says no time" : "it is not Healthy now");
    }
    // A later sync may have taken its health and given it back.
    return Stream.concat(Stream.of(this), children.stream())
        .flatMap(one -> one.secondSync().stream())
        .filter(second -> !second.isAfter(since.get()))
        .min(Comparator.naturalOrder())
        .map(second -> Milestone.unknown(mark, "it has changed since: a sync began at " + second))
        .orElseGet(() -> Milestone.at(mark, since.get(), "its health.lastTransitionTime"));
  }

  // A heal of its own accord syncs some objects only, which Argo CD keeps out of the history.
  private Optional<Instant> secondSync() {
    Optional<Instant> first =
        history().findFirst().flatMap(one -> time(text(one.path("deployedAt"))));
    return Stream.concat(
            history().skip(1).flatMap(one -> time(text(one.path("deployStartedAt"))).stream()),
            time(text(status.at("/operationState/startedAt"))).stream())
        .filter(at -> first.filter(at::isAfter).isPresent())
        .min(Comparator.naturalOrder());
  }

  private Stream<JsonNode> history() {
    return status
        .path("history")
        .valueStream()
        .sorted(Comparator.comparingLong(one -> one.path("id").asLong(0)));
  }

  private static String text(JsonNode node) {
    return node.isString() ? node.asString() : "";
  }

  static Optional<Instant> time(String text) {
    try {
      return Optional.of(Instant.parse(text));
    } catch (DateTimeParseException noTime) {
      return Optional.empty();
    }
  }

  /** The milestones of all, those of a kind together. */
  static List<Milestone> milestones(List<ApplicationTimes> all, Waits waits) {
    return Stream.of(
            all.stream().map(ApplicationTimes::made),
            all.stream().map(ApplicationTimes::synced),
            all.stream()
                .map(
                    one -> {
                      List<String> children = waits.children(one.name()).toList();
                      return one.healthy(
                          all.stream().filter(other -> children.contains(other.name())).toList());
                    }))
        .flatMap(one -> one)
        .toList();
  }
}
