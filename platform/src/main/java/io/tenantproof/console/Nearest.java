package io.tenantproof.console;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.commons.text.similarity.LevenshteinDistance;

/** What somebody may have meant who wrote a name that is not there. */
public final class Nearest {

  // More than a slip of the finger is another name.
  private static final int SLIP = 3;

  private Nearest() {}

  /** As in " (did you mean tenant-a?)"; empty where no name is near. */
  public static String question(String written, Collection<String> names) {
    return question("", written, names);
  }

  /** The same where all names have a prefix, which says nothing of how near two are. */
  public static String question(String prefix, String written, Collection<String> names) {
    List<String> near =
        of(
                written.substring(prefix.length()),
                names.stream().map(name -> name.substring(prefix.length())).toList())
            .stream()
            .map(prefix::concat)
            .toList();
    return near.isEmpty() ? "" : " (did you mean %s?)".formatted(String.join(" or ", near));
  }

  /** The names that are a slip of the finger away, the nearest ones alone. */
  static List<String> of(String written, Collection<String> names) {
    // Three letters of four would make any word the nearest of any other.
    LevenshteinDistance distance =
        new LevenshteinDistance(Math.clamp(written.length() / 3, 1, SLIP));
    Map<Integer, List<String>> near =
        names.stream()
            .filter(one -> distance.apply(written, one) >= 0)
            .collect(
                Collectors.groupingBy(
                    one -> distance.apply(written, one), TreeMap::new, Collectors.toList()));
    return near.values().stream().findFirst().orElse(List.of());
  }
}
