package io.tenantproof.release;

import com.google.cloud.tools.jib.api.CacheDirectoryCreationException;
import com.google.cloud.tools.jib.api.Containerizer;
import com.google.cloud.tools.jib.api.InvalidImageReferenceException;
import com.google.cloud.tools.jib.api.Jib;
import com.google.cloud.tools.jib.api.JibContainerBuilder;
import com.google.cloud.tools.jib.api.RegistryException;
import com.google.cloud.tools.jib.api.TarImage;
import io.tenantproof.file.FileTree;
import io.tenantproof.platform.Kit;
import io.tenantproof.settings.Setting;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;

/**
 * Versions of the demo API as image archives in a folder.
 *
 * @param kit whose demo API it is
 * @param cli builds them
 * @param folder that is the spec's own
 */
record Version(Kit kit, Cli cli, Path folder) {

  // The demo API refuses to start with a rate that is no number.
  private static final Map<String, String> REFUSED = Map.of("DEMO_API_FAULT_ERROR_RATE", "often");
  private static final Instant LONG_AGO = Instant.parse("2020-01-01T00:00:00Z");

  /** The kit's own. */
  Path own() {
    return built(cli, "own");
  }

  /** An image with nothing in it: for what is proposed and never merged. */
  Path empty() {
    return made(Jib.fromScratch(), "empty");
  }

  /**
   * Another one, built as the kit's own is, which answers with another version: the difference is
   * what a build writes into the jar.
   */
  Path saying(String version) {
    Path home = folder.resolve("home-" + version);
    try {
      Path demo = Files.createDirectories(home.resolve("demo-api/target"));
      Files.createSymbolicLink(home.resolve("platform"), kit.home().resolve("platform"));
      Files.createSymbolicLink(home.resolve("gitops"), kit.gitops());
      Path source = kit.home().resolve("demo-api");
      for (String name : List.of("Dockerfile", "classes.lst")) {
        Files.copy(source.resolve(name), home.resolve("demo-api").resolve(name));
      }
      new FileTree(source.resolve("target/libs")).copyTo(demo.resolve("libs"));
      Path jar = Files.copy(source.resolve("target/demo-api.jar"), demo.resolve("demo-api.jar"));
      try (FileSystem files = FileSystems.newFileSystem(jar)) {
        Path properties = files.getPath("/build.properties");
        Files.writeString(
            properties,
            Files.readString(properties).replaceFirst("(?m)^version=.*$", "version=" + version));
        // The same version is the same image.
        Files.setLastModifiedTime(properties, FileTime.from(LONG_AGO));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(home + " can't be made", e);
    }
    return built(cli.with(Map.of(Setting.HOME.variable(), home.toString())), version);
  }

  /** One that ends as soon as it starts: the kit's own that is told nonsense. */
  Path crashing() {
    return made(Jib.from(TarImage.at(own())).setEnvironment(REFUSED), "crashes");
  }

  private Path made(JibContainerBuilder image, String name) {
    Path archive = folder.resolve(name + ".tar");
    try {
      var _ =
          image.containerize(
              Containerizer.to(TarImage.at(archive).named("demo-api:" + name))
                  .setBaseImageLayersCache(folder.resolve("jib"))
                  .setApplicationLayersCache(folder.resolve("jib")));
      return archive;
    } catch (IOException e) {
      throw new UncheckedIOException(archive + " can't be written", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    } catch (ExecutionException
        | RegistryException
        | CacheDirectoryCreationException
        | InvalidImageReferenceException e) {
      throw new IllegalStateException(archive + " can't be made", e);
    }
  }

  private Path built(Cli builder, String name) {
    Path archive = folder.resolve(name + ".tar");
    var _ = builder.run(List.of("image", "build", "--archive", archive.toString()));
    return archive;
  }
}
