package io.tenantproof.probe;

import java.time.Duration;

/**
 * One thing that a probe tries.
 *
 * @param id unique among those that are tried together
 * @param kind how
 * @param target address and port, as in {@code 10.42.0.7:8080}
 * @param name of a DNS question or zone; else empty
 * @param type of a DNS question, as in SRV; else empty
 * @param attempt how long one attempt may take
 * @param patience how long it is tried again and again until it works
 */
public record Check(
    String id,
    Kind kind,
    String target,
    String name,
    String type,
    Duration attempt,
    Duration patience) {

  private static final Duration ATTEMPT = Duration.ofMillis(750);
  private static final Duration HELD = Duration.ofMillis(1500);

  /** How something is tried. */
  public enum Kind {
    /** A connection is made. */
    TCP,
    /** A datagram is answered. */
    UDP,
    /** A DNS question is answered with records. */
    DNS,
    /** A DNS server hands out all names of a zone. */
    TRANSFER
  }

  /** A connection. */
  public static Check tcp(String id, String target) {
    return new Check(id, Kind.TCP, target, "", "", ATTEMPT, HELD);
  }

  /** A datagram and its answer. */
  public static Check udp(String id, String target) {
    return new Check(id, Kind.UDP, target, "", "", ATTEMPT, HELD);
  }

  /** A question to a DNS server. */
  public static Check question(String id, String server, String name, String type) {
    return new Check(id, Kind.DNS, server, name, type, ATTEMPT, HELD);
  }

  /** A zone transfer. */
  public static Check transfer(String id, String server, String zone) {
    return new Check(id, Kind.TRANSFER, server, zone, "", ATTEMPT, HELD);
  }

  /** The same, tried for another time. */
  public Check within(Duration other) {
    return within(attempt, other);
  }

  /** The same with another time for each attempt, and for all of them. */
  public Check within(Duration otherAttempt, Duration other) {
    return new Check(id, kind, target, name, type, otherAttempt, other);
  }
}
