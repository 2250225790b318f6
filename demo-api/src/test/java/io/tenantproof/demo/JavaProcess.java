package io.tenantproof.demo;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** A class with a main method in a process of its own; its output lands in files. */
final class JavaProcess implements AutoCloseable {

  private final Process process;
  private final Path out;
  private final Path err;

  private JavaProcess(Process process, Path out, Path err) {
    this.process = process;
    this.out = out;
    this.err = err;
  }

  /** Starts it with these variables as its whole environment. */
  static JavaProcess start(Class<?> main, Map<String, String> environment) throws IOException {
    Path folder = Files.createTempDirectory("demo-api-");
    Path out = folder.resolve("out");
    Path err = folder.resolve("err");
    ProcessBuilder builder =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-cp",
                classPath(),
                main.getName())
            .directory(folder.toFile())
            .redirectOutput(out.toFile())
            .redirectError(err.toFile());
    builder.environment().clear();
    builder.environment().putAll(environment);
    return new JavaProcess(builder.start(), out, err);
  }

  /** Waits for the line that says so, and returns it. */
  JsonNode awaitLine(String message) {
    return await(message)
        .atMost(30, SECONDS)
        .until(
            () ->
                lines().stream()
                    .filter(line -> line.path("message").asString().contains(message))
                    .toList(),
            found -> !found.isEmpty())
        .getFirst();
  }

  void terminate() {
    process.destroy();
  }

  int exitCode() throws InterruptedException {
    assertThat(process.waitFor(30, SECONDS)).as("ended within 30 s").isTrue();
    return process.exitValue();
  }

  /** All complete lines of standard output; every one of them must be JSON. */
  List<JsonNode> lines() {
    String text = text(out);
    return text.substring(0, text.lastIndexOf('\n') + 1).lines().map(RunningService::json).toList();
  }

  String errors() {
    return text(err);
  }

  @Override
  public void close() throws IOException {
    process.destroyForcibly();
    Files.deleteIfExists(out);
    Files.deleteIfExists(err);
    Files.deleteIfExists(out.resolveSibling(".").normalize());
  }

  /** That of the tests without SLF4J, which the service does not have. */
  private static String classPath() {
    return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
        .filter(entry -> !entry.contains("slf4j"))
        .collect(Collectors.joining(File.pathSeparator));
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
