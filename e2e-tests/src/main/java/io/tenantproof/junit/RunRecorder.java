package io.tenantproof.junit;

import io.tenantproof.isolation.Proof;
import io.tenantproof.progress.Progress;
import io.tenantproof.progress.RecordedProgress;
import io.tenantproof.report.RunFolder;
import io.tenantproof.report.RunSummary;
import io.tenantproof.run.BootStep;
import io.tenantproof.run.Inventory;
import io.tenantproof.run.Measurements;
import io.tenantproof.run.Run;
import io.tenantproof.run.TestRun;
import java.io.PrintStream;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Keeps what comes of a run, and writes its report when the run ends, whatever came of it.
 *
 * <p>A report that can't be written is said, and changes nothing of what the tests say.
 */
final class RunRecorder implements AutoCloseable {

  private static final String NO_PLATFORM = "the platform did not come up";

  private final RunFolder folder;
  private final Clock clock;
  private final PrintStream out;
  private final Instant begin;
  private final List<RecordedProgress> boots = new CopyOnWriteArrayList<>();
  private final List<TestRun> tests = new CopyOnWriteArrayList<>();
  private final AtomicReference<Optional<Proof>> proof = new AtomicReference<>(Optional.empty());
  private final AtomicReference<Measurements> measurements =
      new AtomicReference<>(Measurements.none(NO_PLATFORM));
  private final AtomicReference<Inventory> inventory =
      new AtomicReference<>(Inventory.none(NO_PLATFORM));

  RunRecorder(RunFolder folder, Clock clock, PrintStream out) {
    this.folder = folder;
    this.clock = clock;
    this.out = out;
    this.begin = clock.instant();
  }

  Instant begin() {
    return begin;
  }

  /** A progress that is shown as another one, and whose steps are a part of the report. */
  Progress booting(Progress shown) {
    RecordedProgress boot = new RecordedProgress(shown, clock);
    boots.add(boot);
    return boot;
  }

  /** A test has ended. */
  void add(TestRun test) {
    tests.add(test);
  }

  /** A test has ended that may have made a proof. */
  void add(TestRun test, Optional<Proof> made) {
    add(test);
    made.ifPresent(one -> proof.set(Optional.of(one)));
  }

  /** What the tenants did, and what ran. */
  void saw(Measurements measured, Inventory ran) {
    measurements.set(measured);
    inventory.set(ran);
  }

  @Override
  public void close() {
    try {
      Run run = run();
      folder.write(run);
      out.printf("%s%nReport: %s%n", new RunSummary(run).sentence(), folder.page());
    } catch (RuntimeException | LinkageError | StackOverflowError e) {
      out.printf(
          "The report could not be written to %s: %s%nWhat the tests say stands.%n",
          folder.path(), e);
    }
  }

  private Run run() {
    return new Run(
        begin,
        Duration.between(begin, clock.instant()),
        boots.stream()
            .flatMap(boot -> boot.ended().stream())
            .map(
                step ->
                    new BootStep(step.name(), step.begin(), step.took(), step.good(), step.said()))
            .toList(),
        List.copyOf(tests),
        measurements.get(),
        inventory.get(),
        proof.get());
  }
}
