package io.tenantproof.mutation;

import io.fabric8.kubernetes.api.model.HasMetadata;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** Changes of single objects in a list of them. */
final class Objects {

  private Objects() {}

  /** Changes the one object of a type and a name. */
  static <T extends HasMetadata> UnaryOperator<List<HasMetadata>> change(
      Class<T> type, String name, UnaryOperator<T> change) {
    return all -> {
      require(all, type, name);
      return all.stream()
          .<HasMetadata>map(one -> is(one, type, name) ? change.apply(type.cast(one)) : one)
          .toList();
    };
  }

  /** Leaves the one object of a type and a name out. */
  static UnaryOperator<List<HasMetadata>> without(Class<? extends HasMetadata> type, String name) {
    return all -> {
      require(all, type, name);
      return all.stream().filter(one -> !is(one, type, name)).toList();
    };
  }

  /** Has one object more. */
  static UnaryOperator<List<HasMetadata>> with(
      UnaryOperator<List<HasMetadata>> before, HasMetadata more) {
    return all -> Stream.concat(before.apply(all).stream(), Stream.of(more)).toList();
  }

  /** The objects of a type. */
  static <T extends HasMetadata> List<T> of(List<HasMetadata> all, Class<T> type) {
    return all.stream().filter(type::isInstance).map(type::cast).toList();
  }

  // A change of nothing would come out as a mutant that nobody noticed.
  private static void require(
      List<HasMetadata> all, Class<? extends HasMetadata> type, String name) {
    if (all.stream().noneMatch(one -> is(one, type, name))) {
      throw new IllegalStateException(
          "expected a %s %s among the guardrails, found none"
              .formatted(type.getSimpleName(), name));
    }
  }

  private static boolean is(HasMetadata one, Class<? extends HasMetadata> type, String name) {
    return type.isInstance(one) && one.getMetadata().getName().equals(name);
  }
}
