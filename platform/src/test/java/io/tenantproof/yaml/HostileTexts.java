package io.tenantproof.yaml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Texts that nobody writes who means well, made from a good one. The same seed makes the same
 * texts, so that one that fails can be tried again.
 *
 * @param good a text that is read
 */
public record HostileTexts(String good) {

  private static final int MUTANTS = 100;
  private static final Duration LONGEST = Duration.ofSeconds(1);
  private static final List<String> WORDS =
      List.of(
          "\t",
          "\u0000",
          "\ufeff",
          "\u2028",
          "\u0085",
          "\n---\n",
          "\n...\n",
          "%YAML 9.9\n",
          "&a ",
          "*a",
          "<<: *a\n",
          "!!binary ",
          "!!java.net.URL ",
          "{",
          "}",
          "[",
          "]",
          ": ",
          "- ",
          "? ",
          "|\n",
          ">-\n",
          "'",
          "\"",
          "\\",
          "\"\\x1b[2J\"",
          "#",
          "~",
          "null",
          "true",
          ".inf",
          "-0",
          "1e999",
          "0x",
          "../../etc/passwd",
          "${HOME}",
          "{{ .Values }}",
          "a".repeat(5_000));

  /** The bombs among them, and what is no UTF-8. */
  public List<byte[]> worst() {
    List<byte[]> texts = new ArrayList<>();
    bombs().map(text -> text.getBytes(StandardCharsets.UTF_8)).forEach(texts::add);
    texts.add(new byte[] {'a', ':', ' ', (byte) 0xff, (byte) 0xfe, '\n'});
    texts.add(good.getBytes(StandardCharsets.UTF_16));
    return texts;
  }

  /** Feeds all of them to a reader, which has a value for each, or refuses it in its own words. */
  public void eachIsReadOrRefused(Consumer<byte[]> reader, Class<? extends Exception> refusal) {
    List<byte[]> texts = worst();
    IntStream.range(0, MUTANTS)
        .mapToObj(seed -> mutant(seed).getBytes(StandardCharsets.UTF_8))
        .forEach(texts::add);
    // The first one pays for what is loaded once.
    judge(good.getBytes(StandardCharsets.UTF_8), reader, refusal, Duration.ofSeconds(20));
    texts.forEach(text -> judge(text, reader, refusal, LONGEST));
  }

  // By the time of the processor: the machine may be busy with something else.
  private static void judge(
      byte[] text, Consumer<byte[]> reader, Class<? extends Exception> refusal, Duration longest) {
    String shown = new String(text, 0, Math.min(text.length, 2_000), StandardCharsets.UTF_8);
    long from = processor();
    try {
      reader.accept(text);
    } catch (Throwable failure) {
      if (!refusal.isInstance(failure)) {
        fail("no refusal, but a failure, of the text\n" + shown, failure);
      }
      assertThat(failure.getMessage())
          .as("the refusal of the text\n%s", shown)
          .isNotBlank()
          .hasSizeLessThan(20_000);
    }
    assertThat(Duration.ofNanos(processor() - from))
        .as("the time for the text\n%s", shown)
        .isLessThan(longest);
  }

  private static long processor() {
    return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
  }

  private Stream<String> bombs() {
    String aliases =
        IntStream.rangeClosed(1, 9)
            .mapToObj(n -> "a%d: &a%1$d [%s]\n".formatted(n, ("*a" + (n - 1) + ", ").repeat(9)))
            .collect(Collectors.joining("", "a0: &a0 [x, x, x, x, x, x, x, x, x]\n", ""));
    return Stream.of(
        "",
        "~",
        "---",
        "a",
        "5",
        "[]",
        "{}",
        "\ufeff" + good,
        good + "\u0000",
        good.replace("\n", "\r"),
        good.replace("  ", "\t"),
        good + good,
        good + "---\n" + good,
        good + aliases,
        aliases,
        "a: &a\n  b: *a\n",
        "&a [*a]",
        "[".repeat(100_000),
        "{a: ".repeat(100_000),
        "- ".repeat(100_000),
        "? ".repeat(50_000),
        nested(),
        good + "x: " + "y".repeat(10_000_000) + "\n",
        good + "x: \"" + "\\u0041".repeat(150_000) + "\"\n",
        good + "y\n".repeat(400_000),
        "a: 1\n".repeat(150_000),
        "!!" + "x".repeat(500_000) + " a",
        "\"\\x1b]0;owned\\x07\": 1\n");
  }

  private static String nested() {
    return IntStream.range(0, 1_000)
        .mapToObj(depth -> " ".repeat(depth) + "a:\n")
        .collect(Collectors.joining());
  }

  private String mutant(int seed) {
    Random random = new Random(seed);
    StringBuilder text = new StringBuilder(good);
    for (int n = random.nextInt(4); n >= 0; n--) {
      int from = random.nextInt(text.length() + 1);
      int to = Math.min(text.length(), from + random.nextInt(40));
      String word = WORDS.get(random.nextInt(WORDS.size()));
      switch (random.nextInt(5)) {
        case 0 -> text.delete(from, to);
        case 1 -> text.insert(from, word);
        case 2 -> text.replace(from, to, word);
        case 3 -> text.insert(from, text.substring(from, to).repeat(1 + random.nextInt(3)));
        default -> text.setLength(Math.max(1, from));
      }
    }
    return text.toString();
  }
}
