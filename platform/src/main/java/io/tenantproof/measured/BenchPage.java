package io.tenantproof.measured;

import io.tenantproof.boot.Suite;
import io.tenantproof.report.Template;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * What the bench has measured as a page for people: one file, nothing loaded from elsewhere, no
 * script.
 */
public final class BenchPage {

  private static final Template TEMPLATE =
      new Template("bench.mustache", List.of("matrix.css", "run.css", "bench.css"));

  private final List<Section> sections;

  private BenchPage(List<Section> sections) {
    this.sections = List.copyOf(sections);
  }

  /**
   * One of the files that are there.
   *
   * @param folder with the files
   * @param suite the last run of the specs; empty where there was none; it may say by an {@code
   *     IllegalStateException} that it can't be read
   */
  public static BenchPage of(BenchFolder folder, Supplier<Optional<Suite>> suite) {
    return new BenchPage(
        List.of(
            Section.of(folder, "workload", "The workload", Workload::told),
            Section.of(folder, "growth", "Growth of the platform", PlatformSize::told),
            Section.of(folder, "isolation", "Growth of the proof", Isolation::told),
            Section.of(folder, "cyclonus", "The proof beside Cyclonus", Cyclonus::told),
            Section.of(folder, "window", "First packets", FirstPackets::told),
            Section.of(folder, "boot", "The boot", BootTold::told),
            Section.of(suite)));
  }

  /** Commands whose figures are not there. */
  public List<String> missing() {
    return sections.stream().filter(one -> !one.missing().isEmpty()).map(Section::command).toList();
  }

  /** The page in HTML. */
  public String html() {
    return TEMPLATE.fill(
        Map.of(
            "sections",
            sections,
            "figures",
            "%d of %d parts are measured"
                .formatted(sections.size() - missing().size(), sections.size())));
  }
}
