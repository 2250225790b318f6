package io.tenantproof.diagnostics;

import java.util.List;
import java.util.regex.Pattern;

/**
 * Takes out of a text what must not leave a cluster: passwords, tokens, keys and their hashes, by
 * how they look and by how they are called. It would rather take too much.
 */
final class Redaction {

  /** What stands where something was taken out. */
  static final String TAKEN_OUT = "(redacted)";

  private static final String NAMES =
      "(?:passw(?:or)?d|passphrase|secret|token|api[-_]?key|private[-_]?key|access[-_]?key"
          + "|credentials?|cookie)";

  // What a switch is set to is no secret, nor is what goes on in the next line.
  private static final String VALUE =
      "(?!(?:true|false|null|\\d{1,9})\\b)(?![|>])[^\\s\"'\\\\,;{}\\[\\]&]+";

  private static final List<Rule> RULES =
      List.of(
          rule(
              "(?s)(-----BEGIN [A-Z ]*PRIVATE KEY-----).*?(-----END [A-Z ]*PRIVATE KEY-----)",
              "$1" + TAKEN_OUT + "$2"),
          // A block of lines below a telling key.
          rule(
              "(?im)^([ \\t]*)([\\w.-]*"
                  + NAMES
                  + ":[ \\t]*[|>][-+\\d]*[ \\t]*\\n)(?:\\1[ \\t]+.*\\n?)+",
              "$1$2$1  " + TAKEN_OUT + "\n"),
          // A variable with a telling name, in YAML and in JSON.
          rule(
              "(?im)(name: \"?[\\w.-]*"
                  + NAMES
                  + "\"?[ \\t]*\\n[ \\t]*value: )(?!"
                  + quoted()
                  + ").+",
              "$1" + TAKEN_OUT),
          rule(
              "(?i)(\\\\?\"name\\\\?\"\\s*:\\s*\\\\?\"[\\w.-]*"
                  + NAMES
                  + "\\\\?\"\\s*,\\s*\\\\?\"value\\\\?\"\\s*:\\s*\\\\?\")[^\"\\\\]+",
              "$1" + TAKEN_OUT),
          // A quoted value may hold spaces.
          rule(
              "(?i)([\\w.-]*" + NAMES + "[\"']?[ \\t]*[:=][ \\t]*)([\"'])[^\"'\\n]+\\2",
              "$1$2" + TAKEN_OUT + "$2"),
          rule(
              "(?i)([\\w.-]*" + NAMES + "\\\\?[\"']?[ \\t]*[:=][ \\t]*\\\\?[\"']?)" + VALUE,
              "$1" + TAKEN_OUT),
          rule("(?i)(--[\\w-]*" + NAMES + "[ \\t]+)(?!-)\\S+", "$1" + TAKEN_OUT),
          rule("(?i)\\b((?:bearer|basic)[ \\t]+)[A-Za-z0-9+/=._~-]{8,}", "$1" + TAKEN_OUT),
          rule("(://[^\\s:/@\"]+:)[^\\s/@\"]+@", "$1" + TAKEN_OUT + "@"),
          rule("\\beyJ[\\w-]{8,}\\.[\\w-]{8,}\\.[\\w-]*", TAKEN_OUT),
          rule("\\$2[abxy]?\\$\\d\\d\\$[./A-Za-z0-9]{53}", TAKEN_OUT),
          rule("\\b(?:gh[pousr]_\\w{20,}|glpat-[\\w-]{20,}|AKIA[0-9A-Z]{16})", TAKEN_OUT));

  private Redaction() {}

  /** The text without it. */
  static String of(String text) {
    String left = text;
    for (Rule rule : RULES) {
      left = rule.looks().matcher(left).replaceAll(rule.becomes());
    }
    return left;
  }

  private static String quoted() {
    return Pattern.quote(TAKEN_OUT);
  }

  private static Rule rule(String looks, String becomes) {
    return new Rule(Pattern.compile(looks), becomes);
  }

  private record Rule(Pattern looks, String becomes) {}
}
