package io.tenantproof.report;

import io.tenantproof.isolation.Family;
import io.tenantproof.isolation.Vector;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The matrix of a family: for each vector a row for each place that it was tried from, with a
 * column for each place that it was to reach.
 *
 * @param family which
 * @param tenants columns of tenants
 * @param parts columns of what is no tenant
 * @param blocks one a vector, in order
 */
record FamilyMatrix(Family family, List<String> tenants, List<String> parts, List<Block> blocks) {

  /** The matrix of a family's findings. */
  static FamilyMatrix of(Family family, List<String> tenants, List<Shown> findings) {
    List<String> places = tenantsFirst(tenants, findings.stream().map(Shown::from));
    List<String> reached = tenantsFirst(tenants, findings.stream().map(Shown::part));
    return new FamilyMatrix(
        family,
        reached.stream().filter(tenants::contains).toList(),
        reached.stream().filter(one -> !tenants.contains(one)).toList(),
        findings.stream()
            .map(Shown::vector)
            .distinct()
            .map(vector -> Block.of(vector, findings, places, reached))
            .toList());
  }

  private static List<String> tenantsFirst(List<String> tenants, Stream<String> found) {
    List<String> names = found.distinct().sorted().toList();
    LinkedHashSet<String> ordered = new LinkedHashSet<>(tenants);
    ordered.retainAll(names);
    ordered.addAll(names);
    return List.copyOf(ordered);
  }

  /** What a link to it names. */
  String anchor() {
    return family.name().toLowerCase(Locale.ROOT);
  }

  String title() {
    return family.title();
  }

  /** All cells, in order. */
  List<Cell> cells() {
    return blocks.stream()
        .flatMap(block -> block.rows().stream())
        .flatMap(row -> row.cells().stream())
        .flatMap(Optional::stream)
        .toList();
  }

  /**
   * The rows of a vector.
   *
   * @param vector which
   * @param rows one a place that it was tried from
   */
  record Block(Vector vector, List<Row> rows) {

    static Block of(
        Vector vector, List<Shown> findings, List<String> places, List<String> reached) {
      List<Shown> own = findings.stream().filter(one -> one.vector().equals(vector)).toList();
      return new Block(
          vector,
          places.stream()
              .filter(place -> own.stream().anyMatch(one -> one.from().equals(place)))
              .map(place -> Row.of(place, own, reached))
              .toList());
    }
  }

  /**
   * From one place.
   *
   * @param from the place
   * @param cells one a column; empty where nothing was tried
   */
  record Row(String from, List<Optional<Cell>> cells) {

    static Row of(String from, List<Shown> findings, List<String> reached) {
      List<Shown> here = findings.stream().filter(one -> one.from().equals(from)).toList();
      return new Row(from, reached.stream().map(to -> Cell.of(here, to)).toList());
    }
  }
}
