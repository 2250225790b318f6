package io.tenantproof.fault;

import io.tenantproof.probe.Passage;
import java.util.List;
import java.util.stream.Stream;

/**
 * Connections that a tenant's pod tried to make.
 *
 * @param attempts how many
 * @param passed how many of them got through
 */
public record Trespass(int attempts, int passed) {

  /** Those to some targets, which must all have been tried. */
  static Trespass of(List<Passage> tried, String... targets) {
    List<Passage> meant = Stream.of(targets).map(target -> to(target, tried)).toList();
    return new Trespass(
        meant.stream().mapToInt(Passage::attempts).sum(),
        meant.stream().mapToInt(Passage::allowed).sum());
  }

  private static Passage to(String target, List<Passage> tried) {
    return tried.stream()
        .filter(one -> one.target().equals(target))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalStateException(
                    "expected the probe's figures of %s, found: %s".formatted(target, tried)));
  }
}
