package io.tenantproof.report;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The files of a folder as a page of links, by the folder that they are in. */
public final class FolderPage {

  private static final Template TEMPLATE =
      new Template("folder.mustache", List.of("matrix.css", "run.css"));

  private FolderPage() {}

  /**
   * The page in HTML.
   *
   * @param title what the folder is of
   * @param files paths below the folder, with slashes
   */
  public static String of(String title, List<String> files) {
    Map<String, List<File>> byFolder =
        files.stream()
            .map(File::of)
            .collect(Collectors.groupingBy(File::folder, TreeMap::new, Collectors.toList()));
    return TEMPLATE.fill(
        Map.of(
            "title",
            title,
            "folders",
            byFolder.entrySet().stream()
                .map(one -> new Folder(one.getKey(), one.getValue()))
                .toList()));
  }

  private record Folder(String name, List<File> files) {}

  private record File(String folder, String name, String link) {

    static File of(String path) {
      int slash = path.lastIndexOf('/');
      return new File(
          slash < 0 ? "" : path.substring(0, slash), path.substring(slash + 1), "./" + link(path));
    }

    // What a URL would take for something else.
    private static String link(String path) {
      return path.replace("%", "%25").replace("?", "%3F").replace("#", "%23");
    }
  }
}
