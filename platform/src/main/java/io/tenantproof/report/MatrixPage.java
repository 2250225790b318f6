package io.tenantproof.report;

import io.tenantproof.isolation.Proof;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * A proof as a page for people: one file, nothing loaded from elsewhere, no script. A cell opens by
 * the browser's own popover, so what a hostile server answered meets no program that could run it.
 */
public final class MatrixPage {

  private static final Template TEMPLATE = new Template("matrix.mustache", List.of("matrix.css"));

  private MatrixPage() {}

  /** The page in HTML. */
  public static String of(Proof proof) {
    Map<String, Object> page = new HashMap<>(new MatrixParts(proof).facts());
    page.put("state", proof.isGood() ? "good" : "bad");
    page.put("cluster", proof.cluster());
    page.put("kubernetes", proof.kubernetes());
    page.put("tenants", String.join(", ", proof.tenants()));
    page.put("begin", proof.begin().truncatedTo(ChronoUnit.SECONDS).toString());
    page.put("took", String.format(Locale.ROOT, "%.1f s", proof.took().toMillis() / 1000.0));
    return TEMPLATE.fill(page);
  }
}
