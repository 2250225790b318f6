package io.tenantproof.story;

import io.tenantproof.loki.LogLine;
import io.tenantproof.loki.LogQuestion;
import io.tenantproof.platform.LokiDoor;
import io.tenantproof.tenant.Tenant;
import io.tenantproof.wait.Expectation;
import io.tenantproof.wait.Outcome;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;

/**
 * A tenant's workload is asked for something that nobody else ever asked for, and the line that it
 * writes of that is looked for: its tenant has it, its neighbour has not.
 *
 * @param stage it is looked for on
 * @param mark what nobody else ever asked for
 */
record LogsAct(Stage stage, String mark) {

  private static final Duration RECENT = Duration.ofMinutes(10);
  private static final int AROUND = 40;

  LogsAct(Stage stage) {
    this(stage, "story-" + UUID.randomUUID().toString().substring(0, 8));
  }

  Act act() {
    Tenant hero = stage.hero();
    List<String> commands = new ArrayList<>(PageAct.commands(stage, hero, mark));
    commands.add(typed(hero));
    stage.neighbour().ifPresent(other -> commands.add(typed(other)));
    return new Act(
        "logs",
        "%s is asked for /%s, and Loki has the line of that for it alone."
            .formatted(hero.name(), mark),
        commands,
        telling -> play(hero, telling));
  }

  private String typed(Tenant tenant) {
    return "platform/bin/tenantproof logs %s --contains %s".formatted(tenant.name(), mark);
  }

  private Ending play(Tenant hero, Consumer<String> telling) {
    var _ = PageAct.ask(stage, hero, mark);
    List<String> seen = new ArrayList<>();
    seen.add("%s: %s".formatted(hero.name(), excerpt(arrived(hero, telling).line())));
    stage
        .neighbour()
        .ifPresent(
            other -> {
              List<LogLine> strays = linesOf(other);
              if (!strays.isEmpty()) {
                throw new StoryFailed(
                    "expected no line with %s in the log of %s, found %s"
                        .formatted(mark, other.name(), strays));
              }
              seen.add("%s: no line".formatted(other.name()));
            });
    return new Ending.Seen(seen);
  }

  private LogLine arrived(Tenant tenant, Consumer<String> telling) {
    stage
        .await(telling)
        .until(
            new Expectation(
                "Loki has a line with %s of %s".formatted(mark, tenant.name()),
                () -> {
                  List<LogLine> found = linesOf(tenant);
                  return Outcome.of(!found.isEmpty(), found.isEmpty() ? "no line" : "there");
                }));
    return linesOf(tenant).getFirst();
  }

  private List<LogLine> linesOf(Tenant tenant) {
    LogQuestion question =
        LogQuestion.of(
            tenant.namespace(), RECENT, Clock.systemUTC().instant(), 1, Optional.of(mark));
    return new LokiDoor(stage.cluster()).ask(tenant.namespace(), question::ask);
  }

  // What is around the mark; the whole line is what the commands print.
  private String excerpt(String line) {
    int at = line.indexOf(mark);
    int from = Math.max(0, at - AROUND);
    int to = Math.min(line.length(), at + mark.length() + AROUND);
    return "%s%s%s"
        .formatted(from > 0 ? "…" : "", line.substring(from, to), to < line.length() ? "…" : "");
  }
}
