package io.tenantproof.grafana;

import java.util.List;

/** Dashboards that Grafana would refuse, or show without data. */
public final class BadDashboard extends RuntimeException {
  private static final long serialVersionUID = 1L;

  BadDashboard(List<String> problems) {
    super(String.join("\n", problems));
  }
}
