package io.tenantproof.command;

import java.io.BufferedReader;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * One call of a program of the host. Values are never put through a shell, the run is bounded by a
 * deadline, and the program with all it started is ended when the deadline passes, when the calling
 * thread is interrupted and when the JVM stops.
 *
 * @param words the program and its arguments
 * @param directory where it runs; empty for the JVM's own folder
 * @param environment variables set over the JVM's own
 * @param deadline how long it may take
 * @param grace how long it has to end in order before it is killed; zero: it is killed at once
 */
public record Command(
    List<String> words,
    Optional<Path> directory,
    Map<String, String> environment,
    Duration deadline,
    Duration grace) {

  private static final int KEPT_LINES = 40;

  /** Copies what it is given. */
  public Command {
    words = List.copyOf(words);
    environment = Map.copyOf(environment);
  }

  /** A call in the JVM's own folder with ten minutes of time. */
  public static Command of(String... words) {
    return of(List.of(words));
  }

  /** A call in the JVM's own folder with ten minutes of time. */
  public static Command of(List<String> words) {
    return new Command(words, Optional.empty(), Map.of(), Duration.ofMinutes(10), Duration.ZERO);
  }

  /** The same call in another folder. */
  public Command in(Path folder) {
    return new Command(words, Optional.of(folder), environment, deadline, grace);
  }

  /** The same call with more variables. */
  public Command with(Map<String, String> variables) {
    Map<String, String> all = new HashMap<>(environment);
    all.putAll(variables);
    return new Command(words, directory, all, deadline, grace);
  }

  /** The same call with another deadline. */
  public Command within(Duration time) {
    return new Command(words, directory, environment, time, grace);
  }

  /** The same call of a program that takes away what it has made when it is asked to end. */
  public Command endingWithin(Duration time) {
    return new Command(words, directory, environment, deadline, time);
  }

  /**
   * Runs it to its end.
   *
   * @return all lines of standard output and standard error, in the order they came
   * @throws CommandFailed when it can't be started, exits with another code than 0, or takes too
   *     long
   */
  public List<String> run() {
    List<String> lines = new ArrayList<>();
    run(lines::add);
    return lines;
  }

  /**
   * Runs it to its end and hands over each line as it comes.
   *
   * @param listener gets each line of standard output and standard error
   * @throws CommandFailed when it can't be started, exits with another code than 0, or takes too
   *     long
   */
  public void run(Consumer<String> listener) {
    Process process = start(Redirect.PIPE);
    Thread hook = Thread.ofPlatform().unstarted(() -> new Ending(grace).end(process));
    Runtime.getRuntime().addShutdownHook(hook);
    Deque<String> last = new ConcurrentLinkedDeque<>();
    try {
      Thread reader = Thread.ofVirtual().start(() -> read(process, last, listener));
      if (!process.waitFor(deadline.toMillis(), TimeUnit.MILLISECONDS)) {
        throw failed("did not end within " + deadline.toSeconds() + " s", last);
      }
      // A child may keep the pipe open after the program ended: its lines are not waited for.
      reader.join(Duration.ofSeconds(5));
      if (process.exitValue() != 0) {
        throw failed("ended with exit code " + process.exitValue(), last);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw failed("was interrupted", last);
    } finally {
      new Ending(grace).end(process);
      keepOffShutdown(hook);
    }
  }

  /**
   * Starts it and lets it go on by itself; what it prints is not heard, and no deadline ends it.
   *
   * @throws CommandFailed when it can't be started
   */
  public void launch() {
    Process started = start(Redirect.DISCARD);
    assert started.pid() > 0;
  }

  private Process start(Redirect output) {
    ProcessBuilder builder =
        new ProcessBuilder(words).redirectErrorStream(true).redirectOutput(output);
    directory.ifPresent(folder -> builder.directory(folder.toFile()));
    builder.environment().putAll(environment);
    try {
      Process process = builder.start();
      process.getOutputStream().close();
      return process;
    } catch (IOException e) {
      throw new CommandFailed(words, "could not be started (" + e.getMessage() + ")", List.of());
    }
  }

  private static void read(Process process, Deque<String> last, Consumer<String> listener) {
    try (BufferedReader lines = process.inputReader(StandardCharsets.UTF_8)) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        last.add(line);
        if (last.size() > KEPT_LINES) {
          last.poll();
        }
        listener.accept(line);
      }
    } catch (IOException closed) {
      last.add("(output cut: " + closed.getMessage() + ")");
    }
  }

  private static void keepOffShutdown(Thread hook) {
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException stopping) {
      // The JVM is stopping and runs the hook itself.
      return;
    }
  }

  private CommandFailed failed(String what, Deque<String> last) {
    return new CommandFailed(words, what, List.copyOf(last));
  }
}
