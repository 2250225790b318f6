package io.tenantproof.image;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * How an image is built from packages: files of Debian packages, binaries of Go modules, and files
 * of the recipe's own folder, in that order over each other.
 *
 * @param folder the recipe's folder under platform/images; its {@code rootfs} is copied to the
 *     image
 * @param go binaries
 * @param debian packages, resolved with what they depend on
 * @param without packages of that closure which the image does not need
 * @param drop files and folders of the packages that the image does not need, as patterns of paths
 *     without a slash in front ({@link java.nio.file.FileSystem#getPathMatcher}, glob)
 * @param links symbolic links: path to target
 * @param directories empty folders of another owner or mode
 * @param users names and numbers beside root
 * @param environment variables of the image
 * @param entrypoint program and arguments that stay
 * @param command arguments that a container may replace
 * @param user who it runs as
 * @param workingDirectory where it starts
 * @param volumes paths that hold data
 * @param ports ports that it listens on, as in {@code 8080/tcp}
 */
public record Recipe(
    String folder,
    List<GoBinary> go,
    List<String> debian,
    List<String> without,
    // What a recipe does not say must not change its key.
    @JsonInclude(JsonInclude.Include.NON_EMPTY) List<String> drop,
    Map<String, String> links,
    Map<String, Directory> directories,
    Map<String, Integer> users,
    Map<String, String> environment,
    List<String> entrypoint,
    List<String> command,
    String user,
    @JsonProperty("working-directory") String workingDirectory,
    List<String> volumes,
    List<String> ports) {

  /** Copies what it is given; what is absent is empty. */
  public Recipe {
    go = list(go);
    debian = list(debian);
    without = list(without);
    drop = list(drop);
    links = map(links);
    directories = map(directories);
    users = map(users);
    environment = map(environment);
    entrypoint = list(entrypoint);
    command = list(command);
    user = text(user, "0");
    workingDirectory = text(workingDirectory, "/");
    volumes = list(volumes);
    ports = list(ports);
  }

  /**
   * Refuses a recipe that can't be followed.
   *
   * @param images the folder that recipes' folders are in
   * @throws IllegalArgumentException with the reason
   */
  void check(Path images) {
    Path ownFolder = below(images, folder);
    for (GoBinary binary : go) {
      Path module =
          (binary.module() == null ? ownFolder : below(images, binary.module())).resolve("go.mod");
      if (!Files.isReadable(module)) {
        throw new IllegalArgumentException(
            "%s is built from a Go module, but %s is missing: the module's folder holds go.mod and go.sum."
                .formatted(binary.output(), module));
      }
    }
  }

  // What is elsewhere on the machine must not get into an image.
  private static Path below(Path images, @Nullable String name) {
    if (name == null || name.isBlank()) {
      throw new IllegalArgumentException("a recipe has no folder");
    }
    Path folder = images.resolve(name).normalize();
    if (!folder.startsWith(images.normalize())) {
      throw new IllegalArgumentException(
          "the folder %s of a recipe is not below %s".formatted(name, images));
    }
    return folder;
  }

  /**
   * A binary of a Go module.
   *
   * @param module folder of the go.mod; absent for the recipe's own folder
   * @param packagePath the main package
   * @param output where the binary is in the image
   * @param tags build tags
   * @param variables string variables that the linker sets
   */
  public record GoBinary(
      @Nullable String module,
      @JsonProperty("package") String packagePath,
      String output,
      List<String> tags,
      Map<String, String> variables) {

    /** Copies what it is given; what is absent is empty. */
    public GoBinary {
      tags = list(tags);
      variables = map(variables);
    }
  }

  /**
   * A folder of another owner or mode.
   *
   * @param owner user and group
   * @param mode permissions in octal, as in {@code "0775"}
   */
  public record Directory(int owner, String mode) {

    /** The default mode is 0755. */
    public Directory {
      mode = text(mode, "0755");
    }
  }

  private static <T> List<T> list(@Nullable List<T> given) {
    return given == null ? List.of() : List.copyOf(given);
  }

  // Sorted, so that the same recipe always gives the same key.
  private static <T> Map<String, T> map(@Nullable Map<String, T> given) {
    return given == null ? Map.of() : java.util.Collections.unmodifiableMap(new TreeMap<>(given));
  }

  private static String text(@Nullable String given, String fallback) {
    return given == null ? fallback : given;
  }
}
