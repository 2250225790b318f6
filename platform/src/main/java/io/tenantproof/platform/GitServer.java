package io.tenantproof.platform;

import io.fabric8.kubernetes.client.LocalPortForward;
import io.tenantproof.cluster.Cluster;
import io.tenantproof.git.Credentials;
import io.tenantproof.git.GitClone;
import io.tenantproof.helm.HelmRelease;
import java.nio.file.Path;
import java.util.Map;

/**
 * The git server in the cluster, which stands in for a remote repository. It is reached through a
 * port-forward: that works alike for every cluster and needs no way from pods to this machine.
 *
 * @param cluster it runs in
 */
public record GitServer(Cluster cluster) {

  /** The namespace that it runs in. */
  public static final String NAMESPACE = "git-server";

  /** The branch that Argo CD follows. */
  public static final String BRANCH = "main";

  private static final String NAME = "git-server";
  private static final String REPOSITORY = "gitops.git";
  private static final int PORT = 8080;
  private static final String WRITER = "platform";
  private static final String READER = "argocd";

  /** The repository as pods reach it. */
  static String uri() {
    return "http://%s.%s.svc.cluster.local:%d/%s".formatted(NAME, NAMESPACE, PORT, REPOSITORY);
  }

  /** Installs it; false when it was there, unchanged. */
  boolean install(Kit kit) {
    Credentials writer = writer();
    Credentials reader = reader();
    return new HelmRelease(
            NAME,
            NAMESPACE,
            kit.chart(NAME),
            Map.of(
                "credentials",
                Map.of(
                    "writer",
                    Map.of("username", writer.username(), "password", writer.password()),
                    "reader",
                    Map.of("username", reader.username(), "password", reader.password()))))
        .apply(cluster);
  }

  /** Who Argo CD reads as. */
  Credentials reader() {
    return new Passwords(cluster.client(), NAMESPACE).of(READER);
  }

  private Credentials writer() {
    return new Passwords(cluster.client(), NAMESPACE).of(WRITER);
  }

  /**
   * Clones the repository into an empty folder, ready to be pushed to.
   *
   * @throws io.tenantproof.git.GitFailed when it can't be reached
   */
  public Session open(Path folder) {
    LocalPortForward forward =
        cluster.client().services().inNamespace(NAMESPACE).withName(NAME).portForward(PORT);
    try {
      String uri = "http://127.0.0.1:%d/%s".formatted(forward.getLocalPort(), REPOSITORY);
      return new Session(forward, GitClone.of(uri, BRANCH, writer(), folder));
    } catch (RuntimeException e) {
      closed(forward);
      throw e;
    }
  }

  /**
   * A clone that can push as long as the session is open.
   *
   * @param forward the way to the server
   * @param work the clone
   */
  public record Session(LocalPortForward forward, GitClone work) implements AutoCloseable {
    @Override
    public void close() {
      work.close();
      closed(forward);
    }
  }

  private static void closed(LocalPortForward forward) {
    try {
      forward.close();
    } catch (java.io.IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
