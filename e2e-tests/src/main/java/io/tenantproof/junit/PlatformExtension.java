package io.tenantproof.junit;

import io.tenantproof.scenario.Scenario;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.AfterTestExecutionCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.opentest4j.TestAbortedException;

/** Gives specs a platform: one for the whole run, dumped on failure, restored after each test. */
final class PlatformExtension
    implements BeforeAllCallback,
        BeforeEachCallback,
        AfterTestExecutionCallback,
        AfterEachCallback,
        ParameterResolver {

  private static final ExtensionContext.Namespace OWN =
      ExtensionContext.Namespace.create(PlatformExtension.class);

  @Override
  public void beforeAll(ExtensionContext context) {
    running(context);
  }

  // A spec may take minutes: a person who watches sees which one it is.
  @Override
  public void beforeEach(ExtensionContext context) {
    context.getStore(OWN).put(Instant.class, Clock.systemUTC().instant());
    System.out.printf("… %s%n", name(context));
  }

  @Override
  public void afterTestExecution(ExtensionContext context) {
    System.out.printf(
        "%s %s %d s%n",
        context
            .getExecutionException()
            .map(failure -> failure instanceof TestAbortedException ? "-" : "✗")
            .orElse("✓"),
        name(context),
        Duration.between(
                Objects.requireNonNull(context.getStore(OWN).get(Instant.class, Instant.class)),
                Clock.systemUTC().instant())
            .toSeconds());
    context
        .getExecutionException()
        .filter(failure -> !(failure instanceof TestAbortedException))
        .ifPresent(
            failure -> {
              Path folder = running(context).dump(name(context));
              failure.addSuppressed(new Evidence(folder));
              System.err.printf("Evidence of the failure: %s%n", folder);
            });
  }

  @Override
  public void afterEach(ExtensionContext context) {
    try {
      running(context).scenario().restore();
    } catch (RuntimeException e) {
      // The test's own failure comes first.
      context
          .getExecutionException()
          .ifPresentOrElse(
              failure -> failure.addSuppressed(e),
              () -> {
                running(context).dump(name(context) + "-restore");
                throw e;
              });
    }
  }

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    return parameter.getParameter().getType() == Scenario.class;
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
    return running(context).scenario();
  }

  private static RunningPlatform running(ExtensionContext context) {
    return context
        .getRoot()
        .getStore(OWN)
        .computeIfAbsent(
            RunningPlatform.class, key -> RunningPlatform.start(), RunningPlatform.class);
  }

  private static String name(ExtensionContext context) {
    String method = context.getRequiredTestMethod().getName();
    String shown = context.getDisplayName();
    return "%s/%s"
        .formatted(
            context.getRequiredTestClass().getSimpleName(),
            shown.startsWith(method)
                ? method
                : method + "-" + shown.strip().replaceAll("[^A-Za-z0-9]+", "-"));
  }

  /** Where the evidence of a failure is; part of the failure's stack trace. */
  private static final class Evidence extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private Evidence(Path folder) {
      super("evidence in " + folder, null, false, false);
    }
  }
}
