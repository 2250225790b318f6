package io.tenantproof.grafana;

import java.util.Arrays;
import java.util.Optional;

/** The data sources that a dashboard may ask, as its JSON names them. */
public enum DataSource {
  /** All metrics. */
  PROMETHEUS("prometheus", "prometheus"),

  /**
   * The lines of the chosen tenant. A variable of the dashboard picks the data source that is
   * called "loki-" and the tenant: Grafana fills a variable in only where it is the whole uid.
   */
  LOKI("loki", "${logs}");

  private final String type;
  private final String uid;

  DataSource(String type, String uid) {
    this.type = type;
    this.uid = uid;
  }

  /** Grafana's name of the kind. */
  public String type() {
    return type;
  }

  /** How a panel names it. */
  public String uid() {
    return uid;
  }

  /** The one of this type and uid. */
  static Optional<DataSource> of(String type, String uid) {
    return Arrays.stream(values())
        .filter(source -> source.type.equals(type) && source.uid.equals(uid))
        .findFirst();
  }
}
