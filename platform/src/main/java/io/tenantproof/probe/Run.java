package io.tenantproof.probe;

import io.fabric8.kubernetes.api.model.ObjectMeta;
import io.fabric8.kubernetes.api.model.ObjectMetaBuilder;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;

/**
 * One run of the proof: what it makes in the cluster carries its id, and the time by which anybody
 * may take it away.
 *
 * @param id unique, fit for a name
 * @param expires when what it made is nobody's any more
 */
public record Run(String id, Instant expires) {

  /** The label whose value is the id of the run that made an object. */
  public static final String LABEL = "tenantproof.io/throw-away";

  /** The annotation that says, in seconds since 1970, when an object may be taken away. */
  public static final String EXPIRES = "tenantproof.io/expires";

  /** No run takes so long. */
  static final Duration LONGEST = Duration.ofMinutes(20);

  private static final SecureRandom RANDOM = new SecureRandom();

  /** A new one. */
  public static Run begin() {
    return new Run(
        "%05x".formatted(RANDOM.nextInt(0x100000)), Clock.systemUTC().instant().plus(LONGEST));
  }

  /** A name that no other run has. */
  public String name(String stem) {
    return stem + "-" + id;
  }

  /** Labels of all that the run makes. */
  public Map<String, String> labels() {
    return Map.of(LABEL, id, "app.kubernetes.io/part-of", "tenantproof");
  }

  /** The head of an object that the run makes; the namespace is empty for one of the cluster. */
  public ObjectMeta head(String namespace, String name) {
    ObjectMetaBuilder head =
        new ObjectMetaBuilder()
            .withName(name)
            .withLabels(labels())
            .withAnnotations(Map.of(EXPIRES, Long.toString(expires.getEpochSecond())));
    return namespace.isEmpty() ? head.build() : head.withNamespace(namespace).build();
  }
}
