package io.tenantproof.tenant;

import io.tenantproof.console.Nearest;
import java.util.List;

/**
 * Tenants to choose from.
 *
 * @param all of them
 */
public record Tenants(List<Tenant> all) {

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
    List<String> names = all.stream().map(Tenant::name).toList();
    return all.stream()
        .filter(tenant -> tenant.name().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                new NoSuchTenant(
                    "There is no tenant \"%s\"%s; there are %s."
                        .formatted(name, Nearest.question(name, names), String.join(", ", names))));
  }
}
