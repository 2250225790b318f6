package io.tenantproof.demo;

import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The trace a request belongs to and this service's span in it.
 *
 * <p>Source: W3C Trace Context, section 3.2 (traceparent) and its level 3 draft (traceresponse).
 *
 * @param traceId 32 lower-case hexadecimal digits, not all zero
 * @param spanId 16 lower-case hexadecimal digits, not all zero
 * @param flags 2 hexadecimal digits, taken over from the caller
 */
record TraceContext(String traceId, String spanId, String flags) {

  private static final Pattern TRACEPARENT =
      Pattern.compile("(?!ff)([0-9a-f]{2})-([0-9a-f]{32})-([0-9a-f]{16})-([0-9a-f]{2})(-.*)?");
  private static final String NO_TRACE = "0".repeat(32);
  private static final String NO_SPAN = "0".repeat(16);
  private static final String UNSAMPLED = "00";

  /**
   * Continues the caller's trace with a span of our own, or begins a new one.
   *
   * @param traceparents all values of the header; several, or one that breaks the rules, begin a
   *     new trace
   */
  static TraceContext continuing(List<String> traceparents) {
    if (traceparents.size() == 1) {
      Matcher parent = TRACEPARENT.matcher(traceparents.getFirst());
      if (parent.matches() && valid(parent)) {
        return new TraceContext(parent.group(2), randomId(16), parent.group(4));
      }
    }
    return new TraceContext(randomId(32), randomId(16), UNSAMPLED);
  }

  /** What the caller is told, the same layout as a traceparent. */
  String traceresponse() {
    return "00-" + traceId + "-" + spanId + "-" + flags;
  }

  private static boolean valid(Matcher parent) {
    boolean known = parent.group(1).equals("00");
    // A later version may append fields, version 00 may not.
    return !(known && parent.group(5) != null)
        && !parent.group(2).equals(NO_TRACE)
        && !parent.group(3).equals(NO_SPAN);
  }

  private static String randomId(int digits) {
    byte[] bytes = new byte[digits / 2];
    ThreadLocalRandom.current().nextBytes(bytes);
    String id = HexFormat.of().formatHex(bytes);
    return id.equals("0".repeat(digits)) ? randomId(digits) : id;
  }
}
