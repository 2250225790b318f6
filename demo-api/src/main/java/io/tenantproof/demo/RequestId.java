package io.tenantproof.demo;

import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * The name by which caller and log speak of one request.
 *
 * @param value letters, digits, dots, underscores and dashes, at most 64
 */
record RequestId(String value) {

  private static final Pattern SANE = Pattern.compile("[A-Za-z0-9._-]{1,64}");

  /** Takes over what the caller sent when it is one sane value, else makes a new one. */
  static RequestId continuing(List<String> sent) {
    if (sent.size() == 1 && SANE.matcher(sent.getFirst()).matches()) {
      return new RequestId(sent.getFirst());
    }
    return new RequestId(UUID.randomUUID().toString());
  }
}
