package io.tenantproof.report;

import io.tenantproof.run.Inventory;
import io.tenantproof.run.Run;
import io.tenantproof.run.TestRun;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A run as a page for people: one file, nothing loaded from elsewhere, no script.
 *
 * <p>What a test saw comes from the other side and may be hostile: the page escapes it, and there
 * is no program that it could meet.
 */
public final class RunPage {

  private static final Template TEMPLATE =
      new Template("run.mustache", List.of("matrix.css", "run.css"));

  private RunPage() {}

  /** The page in HTML. */
  public static String of(Run run) {
    RunSummary summary = new RunSummary(run);
    List<SpecShown> specs = SpecShown.of(run);
    Map<String, Object> page = new HashMap<>();
    page.put("state", run.isGood() ? "good" : "bad");
    page.put("headline", summary.headline());
    page.put("figures", summary.figures());
    page.put("isolation", summary.isolation());
    page.put("begin", run.begin().truncatedTo(ChronoUnit.SECONDS).toString());
    page.put("took", TestText.took(run.took()));
    page.put("inventory", run.inventory());
    page.put("components", components(run.inventory()));
    page.put("specs", specs);
    page.put("failed", with(specs, TestRun.Outcome.FAILED));
    page.put("skipped", with(specs, TestRun.Outcome.SKIPPED));
    page.put("broken", run.boot().stream().filter(step -> !step.good()).toList());
    page.put("timeline", new Timeline(run));
    page.put("measures", Plots.of(run));
    page.put("unmeasured", run.measurements().missing());
    page.put("proofs", run.proof().map(MatrixParts::new).map(MatrixParts::facts).stream().toList());
    return TEMPLATE.fill(page);
  }

  private static List<TestShown> with(List<SpecShown> specs, TestRun.Outcome outcome) {
    return specs.stream()
        .flatMap(spec -> spec.tests().stream())
        .filter(shown -> shown.test().outcome() == outcome)
        .toList();
  }

  private static String components(Inventory inventory) {
    return inventory.components().stream()
        .map(one -> one.name() + " " + one.version())
        .collect(Collectors.joining(", "));
  }
}
