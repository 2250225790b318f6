package io.tenantproof.junit;

import io.tenantproof.platform.ClusterSource;
import io.tenantproof.platform.Kit;
import io.tenantproof.settings.Setting;
import io.tenantproof.settings.Settings;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.platform.commons.support.AnnotationSupport;

/**
 * Where the platform of a test is kept: the run's, which all share, or one of its class alone.
 *
 * @param holder whose end is the platform's
 * @param nodes that it needs
 * @param isShared whether it is the run's
 */
record Place(ExtensionContext holder, int nodes, boolean isShared) {

  private static final int MOST_NODES = 2;

  static Place of(ExtensionContext context) {
    int nodes =
        AnnotationSupport.findAnnotation(context.getRequiredTestClass(), OnPlatform.class)
            .map(OnPlatform::nodes)
            .orElse(1);
    if (nodes <= settings().number(Setting.NODES, 1, MOST_NODES)) {
      return new Place(context.getRoot(), nodes, true);
    }
    return new Place(classOf(context), nodes, false);
  }

  /** By what it is found again. */
  String key() {
    return isShared ? "platform" : "platform of %d nodes".formatted(nodes);
  }

  /** The kit that brings it up. */
  Kit kit() {
    return Kit.of(isShared ? settings() : settings().with(Setting.NODES, String.valueOf(nodes)));
  }

  /** A class that needs a platform of its own is skipped where none can be had. */
  void requirePossible() {
    Assumptions.assumeTrue(
        isShared || ClusterSource.of(settings()) == ClusterSource.TESTCONTAINERS,
        "SKIPPED: the provider starts no second node");
  }

  private static Settings settings() {
    return Settings.ofThisJvm();
  }

  private static ExtensionContext classOf(ExtensionContext context) {
    return Stream.iterate(
            Optional.of(context),
            Optional::isPresent,
            at -> at.flatMap(ExtensionContext::getParent))
        .flatMap(Optional::stream)
        .filter(at -> at.getTestMethod().isEmpty() && at.getTestClass().isPresent())
        .findFirst()
        .orElseThrow();
  }
}
