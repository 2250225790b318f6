package io.tenantproof.delivery;

import io.tenantproof.tenant.NoSuchTenant;
import io.tenantproof.tenant.Tenant;
import io.tenantproof.tenant.Tenants;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;

/** Which tenants a promotion is for: the stages of a rollout. */
public sealed interface TenantChoice {

  /** Every tenant. */
  record All() implements TenantChoice {}

  /**
   * The tenants of an environment.
   *
   * @param name as the tenants' files say it
   */
  record OfEnvironment(String name) implements TenantChoice {}

  /**
   * Tenants by name.
   *
   * @param names theirs
   */
  record Named(List<String> names) implements TenantChoice {

    /** Sorts, so that the same tenants are the same choice. */
    public Named {
      names = List.copyOf(new TreeSet<>(names));
    }
  }

  /**
   * The chosen ones.
   *
   * @throws NoSuchTenant when one that was named is not there, or there is none
   */
  default List<Tenant> of(List<Tenant> tenants) {
    return switch (this) {
      case All() -> tenants;
      case OfEnvironment(String name) -> {
        List<Tenant> found =
            tenants.stream().filter(tenant -> tenant.environment().equals(name)).toList();
        if (found.isEmpty()) {
          throw new NoSuchTenant(
              "No tenant has the environment \"%s\"; there are %s."
                  .formatted(
                      name,
                      tenants.stream()
                          .map(Tenant::environment)
                          .distinct()
                          .sorted()
                          .collect(Collectors.joining(", "))));
        }
        yield found;
      }
      case Named(List<String> names) -> names.stream().map(new Tenants(tenants)::named).toList();
    };
  }

  /** The branch that proposes the same for the same tenants: a later promotion takes its place. */
  default String branch() {
    return switch (this) {
      case All() -> "promote/all";
      case OfEnvironment(String name) -> "promote/environments/" + name;
      case Named(List<String> names) -> "promote/tenants/" + shortened(names);
    };
  }

  // A branch is a file on many servers; its name can't be of any length.
  private static String shortened(List<String> names) {
    String all = String.join("_", names);
    int longest = 100;
    return all.length() <= longest
        ? all
        : "%d-%s"
            .formatted(names.size(), UUID.nameUUIDFromBytes(all.getBytes(StandardCharsets.UTF_8)));
  }
}
