package io.tenantproof.probe;

import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fabric8.kubernetes.client.dsl.ExecWatch;
import io.tenantproof.isolation.Observation;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * A probe that runs.
 *
 * @param client of the cluster
 * @param namespace it is in
 * @param name of the pod
 * @param address of the pod
 */
public record ProbePod(KubernetesClient client, String namespace, String name, String address) {

  // More than any check takes.
  private static final Duration DEADLINE = Duration.ofSeconds(30);

  /** Tries all checks together; see {@link #run(List, Pace)}. */
  public Map<String, Observation> run(List<Check> checks) {
    return run(checks, Pace.ANY);
  }

  /**
   * Tries all checks at a pace.
   *
   * @return an observation for each id. Where the probe could not run, or said nothing of a check,
   *     the observation says so: it never counts as shut.
   */
  public Map<String, Observation> run(List<Check> checks, Pace pace) {
    Map<String, Observation> seen = new HashMap<>();
    // All of them in turns, should each be tried for as long as it may.
    Duration turns =
        checks.stream()
            .map(Check::patience)
            .reduce(Duration.ZERO, Duration::plus)
            .dividedBy(pace.together())
            .plus(pace.pause().multipliedBy(checks.size()));
    String trouble;
    try {
      Ended ended =
          exec(
              ProbeLines.of(checks),
              DEADLINE.plus(turns.multipliedBy(2)),
              "run",
              "-together",
              String.valueOf(pace.together()),
              "-pause",
              pace.pause().toNanos() + "ns");
      seen.putAll(ProbeLines.read(ended.output()));
      trouble = "the probe %s/%s said nothing of it; %s".formatted(namespace, name, ended.how());
    } catch (KubernetesClientException e) {
      trouble = "the probe %s/%s could not be asked: %s".formatted(namespace, name, e.getMessage());
    }
    for (Check check : checks) {
      seen.putIfAbsent(check.id(), Observation.failed(trouble));
    }
    return seen;
  }

  /** Has the probe write a line to its log. */
  public void say(String line) {
    Ended ended = exec("", DEADLINE, "say", line);
    if (ended.code() != 0) {
      throw new IllegalStateException(
          "the probe %s/%s could not write a line: %s".formatted(namespace, name, ended.how()));
    }
  }

  /** Runs a command of the probe to its end and returns what it printed. */
  public String ask(List<String> words) {
    return askFor(Duration.ZERO, words);
  }

  /** The same with a command that takes longer than others may. */
  public String askFor(Duration time, List<String> words) {
    return exec("", time.plus(DEADLINE), words.toArray(String[]::new)).output();
  }

  private record Ended(int code, String output, String how) {}

  private Ended exec(String input, Duration deadline, String... words) {
    ByteArrayOutputStream output = new ByteArrayOutputStream();
    ByteArrayOutputStream errors = new ByteArrayOutputStream();
    String[] command = new String[words.length + 1];
    command[0] = "/probe";
    System.arraycopy(words, 0, command, 1, words.length);
    try (ExecWatch running =
        client
            .pods()
            .inNamespace(namespace)
            .withName(name)
            .inContainer("probe")
            .redirectingInput()
            .writingOutput(output)
            .writingError(errors)
            .exec(command)) {
      OutputStream told = Objects.requireNonNull(running.getInput());
      told.write(input.getBytes(StandardCharsets.UTF_8));
      told.flush();
      int code = running.exitCode().get(deadline.toMillis(), TimeUnit.MILLISECONDS);
      return new Ended(
          code,
          output.toString(StandardCharsets.UTF_8),
          "exit code %d %s".formatted(code, errors.toString(StandardCharsets.UTF_8).strip()));
    } catch (TimeoutException e) {
      return new Ended(
          -1,
          output.toString(StandardCharsets.UTF_8),
          "it did not end within %d s".formatted(deadline.toSeconds()));
    } catch (IOException e) {
      return new Ended(-1, "", "it could not be told what to try: " + e.getMessage());
    } catch (ExecutionException e) {
      return new Ended(-1, output.toString(StandardCharsets.UTF_8), String.valueOf(e.getCause()));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return new Ended(-1, "", "it was interrupted");
    }
  }
}
