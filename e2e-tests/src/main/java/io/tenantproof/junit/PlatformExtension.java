package io.tenantproof.junit;

import io.tenantproof.platform.Kit;
import io.tenantproof.report.RunFolder;
import io.tenantproof.run.TestRun;
import io.tenantproof.run.TestRun.Outcome;
import io.tenantproof.settings.Settings;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.AfterTestExecutionCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.jupiter.api.extension.TestWatcher;
import org.opentest4j.TestAbortedException;

/**
 * Gives specs a platform: one for the whole run, dumped on failure, restored after each test. What
 * comes of each test is a part of the report.
 */
final class PlatformExtension
    implements BeforeAllCallback,
        BeforeEachCallback,
        AfterTestExecutionCallback,
        AfterEachCallback,
        TestWatcher,
        ParameterResolver {

  private static final ExtensionContext.Namespace OWN =
      ExtensionContext.Namespace.create(PlatformExtension.class);

  @Override
  public void beforeAll(ExtensionContext context) {
    try {
      Place.of(context).requirePossible();
      running(context);
    } catch (RuntimeException | Error e) {
      Ongoing none =
          new Ongoing(
              new TestName(context.getRequiredTestClass().getSimpleName(), "allTests"),
              Clock.systemUTC());
      recorder(context).add(none.result(Optional.of(e)));
      throw e;
    }
  }

  // A spec may take minutes: a person who watches sees which one it is.
  @Override
  public void beforeEach(ExtensionContext context) {
    TestName name = TestName.of(context);
    context.getStore(OWN).put(Ongoing.class, new Ongoing(name, Clock.systemUTC()));
    System.out.printf("… %s%n", name);
  }

  @Override
  public void afterTestExecution(ExtensionContext context) {
    TestName name = TestName.of(context);
    System.out.printf(
        "%s %s %d s%n",
        context
            .getExecutionException()
            .map(failure -> failure instanceof TestAbortedException ? "-" : "✗")
            .orElse("✓"),
        name,
        ongoing(context).ended().toSeconds());
    context
        .getExecutionException()
        .filter(failure -> !(failure instanceof TestAbortedException))
        .ifPresent(
            failure -> {
              Path folder = dump(context, name.toString());
              failure.addSuppressed(new Evidence(folder));
              System.err.printf("Evidence of the failure: %s%n", folder);
            });
  }

  @Override
  public void afterEach(ExtensionContext context) {
    Optional<Throwable> failure = context.getExecutionException();
    try {
      running(context).scenario().restore();
    } catch (RuntimeException e) {
      // The test's own failure comes first.
      if (failure.isEmpty()) {
        var _ = dump(context, TestName.of(context) + "-restore");
        keep(context, Optional.of(e));
        throw e;
      }
      failure.get().addSuppressed(e);
    }
    keep(context, failure);
  }

  @Override
  public void testDisabled(ExtensionContext context, Optional<String> reason) {
    TestRun skipped = new Ongoing(TestName.of(context), Clock.systemUTC()).result(Optional.empty());
    recorder(context)
        .add(
            new TestRun(
                skipped.spec(),
                skipped.name(),
                skipped.begin(),
                skipped.took(),
                Outcome.SKIPPED,
                reason.orElse("SKIPPED: disabled"),
                skipped.steps(),
                skipped.figures(),
                Optional.empty()));
  }

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    return Injection.supports(parameter);
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
    return Injection.of(running(context).scenario().keeping(ongoing(context).journal()), parameter);
  }

  private static Path dump(ExtensionContext context, String where) {
    Path folder = running(context).dump(where);
    ongoing(context).dumped(where);
    return folder;
  }

  private static void keep(ExtensionContext context, Optional<Throwable> failure) {
    Ongoing test = ongoing(context);
    recorder(context).add(test.result(failure), test.journal().proof());
  }

  private static Ongoing ongoing(ExtensionContext context) {
    return Objects.requireNonNull(context.getStore(OWN).get(Ongoing.class, Ongoing.class));
  }

  // Made before the platform, so closed after it: a platform that fails to come up is told too.
  private static RunRecorder recorder(ExtensionContext context) {
    return context
        .getRoot()
        .getStore(OWN)
        .computeIfAbsent(
            RunRecorder.class,
            key -> newRecorder(Kit.of(Settings.ofThisJvm()).home()),
            RunRecorder.class);
  }

  private static RunRecorder newRecorder(Path home) {
    RunningPlatform.forgetDumps(home);
    return new RunRecorder(
        new RunFolder(home.resolve("target/report")), Clock.systemUTC(), System.out);
  }

  @SuppressWarnings("unchecked") // the key is ours alone
  private static RunningPlatform running(ExtensionContext context) {
    RunRecorder recorder = recorder(context);
    Place place = Place.of(context);
    Attempt<RunningPlatform> attempt =
        place
            .holder()
            .getStore(OWN)
            .computeIfAbsent(
                place.key(),
                key ->
                    Attempt.of(
                        () -> RunningPlatform.start(recorder, place.kit(), place.isShared()),
                        RunningPlatform::close),
                Attempt.class);
    return attempt.required();
  }

  /** Where the evidence of a failure is; part of the failure's stack trace. */
  private static final class Evidence extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private Evidence(Path folder) {
      super("evidence in " + folder, null, false, false);
    }
  }
}
