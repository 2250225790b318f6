package io.tenantproof.diagnostics;

import io.tenantproof.loki.Loki;
import io.tenantproof.prometheus.Rule;
import io.tenantproof.scenario.Observability;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * What Prometheus and Loki say of themselves at the moment of a failure, as a folder:
 *
 * <pre>
 * FOLDER/observability/
 *   targets.txt    each scrape target in one line, with its last error
 *   rules.txt      each rule that does not evaluate
 *   loki.txt       whether it is ready
 * </pre>
 *
 * <p>What can't be had is said in its file; nothing that goes wrong here hides the failure it was
 * called for. A cluster without the stack leaves no folder.
 *
 * @param observability the stack
 * @param folder where it is written
 */
record ObservabilityDump(Observability observability, DumpFolder folder) {

  /** Gathers all of it. */
  void gather() {
    if (!said(() -> Boolean.toString(observability.installed())).equals("true")) {
      return;
    }
    write("targets.txt", () -> observability.prometheus().targets().toString());
    write(
        "rules.txt",
        () ->
            observability.prometheus().rules().stream()
                .filter(rule -> !rule.health().equals("ok"))
                .map(Rule::toString)
                .collect(Collectors.joining("\n", "rules that do not evaluate:\n", "")));
    write(
        "loki.txt",
        () -> {
          Loki loki = observability.loki(Observability.PLATFORM_ORG);
          return loki.ready() ? "ready" : "not ready";
        });
  }

  private void write(String name, Supplier<String> text) {
    folder.write("observability/" + name, said(text) + "\n");
  }

  private static String said(Supplier<String> text) {
    try {
      return text.get();
    } catch (RuntimeException e) {
      return "can't be had: " + e;
    }
  }
}
