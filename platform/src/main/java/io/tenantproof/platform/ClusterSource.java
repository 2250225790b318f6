package io.tenantproof.platform;

import io.tenantproof.cluster.ClusterProvider;
import io.tenantproof.cluster.K3dProvider;
import io.tenantproof.cluster.KubeconfigProvider;
import io.tenantproof.cluster.TestcontainersProvider;
import io.tenantproof.engine.ContainerEngine;
import io.tenantproof.settings.Setting;
import io.tenantproof.settings.Settings;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Supplier;

/** Where the cluster of a run comes from, as the settings say. */
public enum ClusterSource {
  /** A node in a container of this kit's own. */
  TESTCONTAINERS,
  /** A cluster of k3d. */
  K3D,
  /** A cluster that somebody else runs. */
  KUBECONFIG;

  private enum Programs {
    REFUSE,
    ALLOW
  }

  /** The source that the settings name. */
  public static ClusterSource of(Settings settings) {
    return settings.choice(Setting.PROVIDER, ClusterSource.class);
  }

  /** Whether an engine is needed to have it. */
  public boolean needsEngine() {
    return this != KUBECONFIG;
  }

  ClusterProvider provider(Settings settings, Supplier<ContainerEngine> engine) {
    return switch (this) {
      case TESTCONTAINERS -> new TestcontainersProvider(engine.get());
      case K3D -> new K3dProvider();
      case KUBECONFIG ->
          new KubeconfigProvider(
              kubeconfig(settings),
              settings.find(Setting.CONTEXT),
              settings.choice(Setting.KUBECONFIG_EXEC, Programs.class) == Programs.ALLOW);
    };
  }

  // As kubectl looks for it; of a list the first file is taken.
  private static Path kubeconfig(Settings settings) {
    return settings
        .find(Setting.KUBECONFIG)
        .or(
            () ->
                Optional.ofNullable(System.getenv("KUBECONFIG")).map(list -> list.split(":", 2)[0]))
        .filter(path -> !path.isBlank())
        .map(Path::of)
        .orElse(Path.of(System.getProperty("user.home"), ".kube/config"));
  }
}
