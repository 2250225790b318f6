package io.tenantproof.measured;

import io.tenantproof.boot.Suite;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import tools.jackson.databind.JsonNode;

/**
 * A part of the page: what one command has measured.
 *
 * @param id of its place
 * @param title of it
 * @param command that measures it
 * @param when it was measured, in UTC; empty where it was not
 * @param where it was measured, likewise
 * @param missing why there is nothing; empty where there is something
 * @param told what there is
 */
record Section(
    String id,
    String title,
    String command,
    String when,
    String where,
    String missing,
    List<Told> told) {

  Section {
    told = List.copyOf(told);
  }

  /** That of a subcommand of the bench. */
  static Section of(
      BenchFolder folder, String name, String title, Function<JsonNode, Told> telling) {
    String command = "tenantproof bench " + name;
    try {
      return folder
          .read(name)
          .map(
              file ->
                  new Section(
                      name,
                      title,
                      command,
                      shown(file.measured()),
                      file.machine().words(),
                      "",
                      List.of(telling.apply(file.result()))))
          .orElseGet(() -> missing(name, title, command, "Not measured yet"));
    } catch (IllegalArgumentException notReadable) {
      return missing(name, title, command, String.valueOf(notReadable.getMessage()));
    }
  }

  private static Section missing(String id, String title, String command, String why) {
    return new Section(id, title, command, "", "", why, List.of());
  }

  /** That of the last run of the specs. */
  static Section of(Supplier<Optional<Suite>> last) {
    String id = "specs";
    String title = "The specs";
    String command = "make verify";
    try {
      return last.get()
          .map(
              suite ->
                  new Section(
                      id,
                      title,
                      command,
                      shown(suite.begin()),
                      "",
                      "",
                      List.of(SuiteTold.told(suite))))
          .orElseGet(() -> missing(id, title, command, "No run yet"));
    } catch (IllegalStateException notReadable) {
      return missing(id, title, command, String.valueOf(notReadable.getMessage()));
    }
  }

  private static String shown(Instant time) {
    return time.truncatedTo(ChronoUnit.SECONDS).toString();
  }
}
