package io.tenantproof.report;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.tenantproof.console.Facts;
import io.tenantproof.isolation.Cause;
import io.tenantproof.isolation.Expected;
import io.tenantproof.isolation.Family;
import io.tenantproof.isolation.Finding;
import io.tenantproof.isolation.Observation;
import io.tenantproof.isolation.Proof;
import io.tenantproof.isolation.Vector;
import io.tenantproof.isolation.Verdict;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A proof for programs, as {@code docs/proof.schema.json} says. */
public final class ProofJson {

  // Raised when a field goes or changes its meaning; a new field changes nothing for who reads.
  private static final int FORMAT = 1;

  private ProofJson() {}

  /** The proof as one JSON object. */
  public static String of(Proof proof) {
    return Facts.json(document(proof));
  }

  /** The same, as a part of a greater whole. */
  static JsonNode tree(Proof proof) {
    return JsonMapper.shared().valueToTree(document(proof));
  }

  /** A proof from its JSON. */
  static Proof read(JsonNode json) {
    Document document = JsonMapper.shared().treeToValue(json, Document.class);
    Map<String, Vector> vectors =
        document.vectors().stream().map(Way::vector).collect(toMap(Vector::id, identity()));
    return new Proof(
        document.cluster(),
        document.kubernetes(),
        document.tenants(),
        Instant.parse(document.begin()),
        Duration.ofMillis(document.tookMs()),
        document.findings().stream().map(one -> one.finding(vectors)).toList());
  }

  private static Document document(Proof proof) {
    Map<Verdict, Long> counts = new TreeMap<>();
    for (Verdict verdict : Verdict.values()) {
      counts.put(verdict, proof.counts().getOrDefault(verdict, 0L));
    }
    return new Document(
        FORMAT,
        proof.isGood(),
        new Summary(proof).sentence(),
        proof.cause().map(Cause::words),
        proof.cluster(),
        proof.kubernetes(),
        proof.tenants(),
        proof.begin().truncatedTo(ChronoUnit.MILLIS).toString(),
        proof.took().toMillis(),
        counts,
        proof.vectors().stream().map(Way::of).toList(),
        proof.findings().stream().map(One::of).toList());
  }

  private record Document(
      int format,
      boolean good,
      String summary,
      @JsonInclude(JsonInclude.Include.NON_ABSENT) Optional<String> cause,
      String cluster,
      String kubernetes,
      List<String> tenants,
      String begin,
      long tookMs,
      Map<Verdict, Long> counts,
      List<Way> vectors,
      List<One> findings) {}

  private record Way(String id, Family family, String title, String guardrail) {

    static Way of(Vector vector) {
      return new Way(vector.id(), vector.family(), vector.title(), vector.guardrail());
    }

    Vector vector() {
      return new Vector(id, family, title, guardrail);
    }
  }

  private record One(
      String vector,
      String from,
      String to,
      String target,
      Expected expected,
      Verdict verdict,
      String reason,
      Seen observation,
      @JsonInclude(JsonInclude.Include.NON_ABSENT) Optional<Seen> control) {

    static One of(Finding finding) {
      return new One(
          finding.vector().id(),
          finding.from(),
          finding.to(),
          finding.target(),
          finding.expected(),
          finding.verdict(),
          finding.reason(),
          Seen.of(finding.observation()),
          finding.control().map(Seen::of));
    }

    Finding finding(Map<String, Vector> vectors) {
      return new Finding(
          Objects.requireNonNull(vectors.get(vector), "no vector has the id " + vector),
          from,
          to,
          target,
          expected,
          observation.observation(),
          control.map(Seen::observation));
    }
  }

  private record Seen(Observation.State state, String seen, long tookMs) {

    static Seen of(Observation observation) {
      return new Seen(observation.state(), observation.seen(), observation.took().toMillis());
    }

    Observation observation() {
      return new Observation(state, seen, Duration.ofMillis(tookMs));
    }
  }
}
