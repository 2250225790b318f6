package io.tenantproof.tenant;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.commons.text.similarity.LevenshteinDistance;

/**
 * Tenants to choose from.
 *
 * @param all of them
 */
public record Tenants(List<Tenant> all) {

  // More than a slip of the finger is another name.
  private static final int SLIP = 3;

  /** Copies what it is given. */
  public Tenants {
    all = List.copyOf(all);
  }

  /**
   * The one of a name.
   *
   * @throws NoSuchTenant with the nearest name when there is none
   */
  public Tenant named(String name) {
    return all.stream()
        .filter(tenant -> tenant.name().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                new NoSuchTenant(
                    "There is no tenant \"%s\"%s; there are %s."
                        .formatted(
                            name,
                            meant(nearest(name)),
                            all.stream().map(Tenant::name).collect(Collectors.joining(", ")))));
  }

  private static String meant(List<String> names) {
    return names.isEmpty() ? "" : " (did you mean %s?)".formatted(String.join(" or ", names));
  }

  /** The names that are a slip of the finger away, the nearest ones alone. */
  List<String> nearest(String name) {
    LevenshteinDistance distance = new LevenshteinDistance(SLIP);
    Map<Integer, List<String>> near =
        all.stream()
            .map(Tenant::name)
            .filter(one -> distance.apply(name, one) >= 0)
            .collect(
                Collectors.groupingBy(
                    one -> distance.apply(name, one), TreeMap::new, Collectors.toList()));
    return near.values().stream().findFirst().orElse(List.of());
  }
}
