package io.tenantproof.report;

import com.samskivert.mustache.Mustache;
import io.tenantproof.isolation.Family;
import io.tenantproof.isolation.Finding;
import io.tenantproof.isolation.Proof;
import io.tenantproof.isolation.Verdict;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Base64;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A proof as a page for people: one file, nothing loaded from elsewhere, no script. A cell opens by
 * the browser's own popover, so what a hostile server answered meets no program that could run it.
 */
public final class MatrixPage {

  private MatrixPage() {}

  /** The page in HTML. */
  public static String of(Proof proof) {
    String style = resource("matrix.css");
    Summary summary = new Summary(proof);
    Map<String, Object> page = new HashMap<>();
    page.put("style", style);
    page.put("hash", sha256(style));
    page.put("state", proof.isGood() ? "good" : "bad");
    page.put("headline", summary.headline());
    page.put("figures", summary.figures());
    page.put("cluster", proof.cluster());
    page.put("kubernetes", proof.kubernetes());
    page.put("tenants", String.join(", ", proof.tenants()));
    page.put("begin", proof.begin().truncatedTo(ChronoUnit.SECONDS).toString());
    page.put("took", String.format(Locale.ROOT, "%.1f s", proof.took().toMillis() / 1000.0));
    page.put("verdicts", Arrays.stream(Verdict.values()).map(Sign::of).toList());
    page.put("overview", Arrays.stream(Family.values()).map(one -> Line.of(proof, one)).toList());
    page.put("bad", numbered(summary.bad()));
    page.put("families", families(proof));
    // Mustache escapes for HTML unless a template asks otherwise, as it does for the style only.
    return Mustache.compiler()
        .emptyStringIsFalse(true)
        .zeroIsFalse(true)
        .compile(resource("matrix.mustache"))
        .execute(page);
  }

  private static List<FamilyMatrix> families(Proof proof) {
    List<Shown> all = numbered(proof.findings());
    Map<Family, List<Shown>> byFamily =
        all.stream()
            .collect(
                Collectors.groupingBy(
                    one -> one.vector().family(), TreeMap::new, Collectors.toList()));
    return byFamily.entrySet().stream()
        .map(one -> FamilyMatrix.of(one.getKey(), proof.tenants(), one.getValue()))
        .toList();
  }

  private static List<Shown> numbered(List<Finding> findings) {
    return IntStream.range(0, findings.size())
        .mapToObj(number -> new Shown(number, findings.get(number)))
        .toList();
  }

  /** A verdict in the legend. */
  private record Sign(String letter, String word, String meaning) {

    static Sign of(Verdict verdict) {
      return new Sign(
          VerdictText.letter(verdict), VerdictText.word(verdict), VerdictText.meaning(verdict));
    }
  }

  /** A family in the overview: how many findings have each verdict, empty for none. */
  private record Line(String title, String anchor, List<String> counts, String vectors) {

    static Line of(Proof proof, Family family) {
      Map<Verdict, Integer> counts = new EnumMap<>(Verdict.class);
      proof.of(family).forEach(one -> counts.merge(one.verdict(), 1, Integer::sum));
      long vectors = proof.vectors().stream().filter(one -> one.family() == family).count();
      return new Line(
          family.title(),
          vectors == 0 ? "" : family.name().toLowerCase(Locale.ROOT),
          Arrays.stream(Verdict.values())
              .map(verdict -> Objects.toString(counts.get(verdict), ""))
              .toList(),
          vectors == 0 ? "not looked at" : String.valueOf(vectors));
    }
  }

  private static String resource(String name) {
    try (InputStream in = MatrixPage.class.getResourceAsStream("/report/" + name)) {
      byte[] bytes = Objects.requireNonNull(in, name + " is missing from the jar").readAllBytes();
      return new String(bytes, StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(name + " can't be read from the jar", e);
    }
  }

  private static String sha256(String text) {
    try {
      return Base64.getEncoder()
          .encodeToString(
              MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
