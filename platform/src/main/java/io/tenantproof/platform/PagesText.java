package io.tenantproof.platform;

import io.tenantproof.console.Facts;
import io.tenantproof.console.Nearest;
import io.tenantproof.platform.Pages.Page;
import java.util.List;
import java.util.stream.Collectors;

/** Pages for people and for programs, as {@code docs/command-line.md} says. */
public final class PagesText {

  // Raised when a field goes or changes its meaning; a new field changes nothing for who reads.
  private static final int FORMAT = 1;

  private PagesText() {}

  /** The pages, one a line. */
  public static String of(List<Page> pages) {
    return pages.stream()
        .map(page -> "%-12s %s%n".formatted(page.title(), page.uri()))
        .collect(Collectors.joining());
  }

  /** The pages as JSON. */
  public static String json(List<Page> pages) {
    return Facts.json(
        new Document(
            FORMAT,
            pages.stream().map(page -> new One(page.title(), page.uri().toString())).toList()));
  }

  /**
   * The page of a title, in whatever case it is written.
   *
   * @throws PlatformFailed with the nearest title when there is none
   */
  public static Page named(String title, List<Page> pages) {
    List<String> titles = pages.stream().map(Page::title).toList();
    return pages.stream()
        .filter(page -> page.title().equalsIgnoreCase(title))
        .findFirst()
        .orElseThrow(
            () ->
                new PlatformFailed(
                    "There is no page \"%s\"%s; there are %s."
                        .formatted(
                            title, Nearest.question(title, titles), String.join(", ", titles))));
  }

  private record Document(int format, List<One> pages) {}

  private record One(String title, String url) {}
}
