package io.tenantproof.story;

import java.util.List;

/** What came of an act that did not fail. */
public sealed interface Ending {

  /**
   * It was as expected.
   *
   * @param lines what was seen, for people
   */
  record Seen(List<String> lines) implements Ending {

    /** Copies what it is given. */
    public Seen {
      lines = List.copyOf(lines);
    }

    static Seen of(String... lines) {
      return new Seen(List.of(lines));
    }
  }

  /**
   * It could not be played on this platform.
   *
   * @param reason why, and what would be needed
   */
  record Skipped(String reason) implements Ending {}
}
