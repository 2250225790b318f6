package io.tenantproof.platform;

import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.client.LocalPortForward;
import io.tenantproof.cluster.Cluster;
import io.tenantproof.file.FileTree;
import io.tenantproof.git.Credentials;
import io.tenantproof.git.GitClone;
import io.tenantproof.helm.HelmRelease;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
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

  /** Its name, that of its Deployment, and that of its pods in their label. */
  public static final String NAME = "git-server";

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
   * Clones the repository, ready to be pushed to, into a temporary folder that goes with the
   * session.
   *
   * @throws io.tenantproof.git.GitFailed when it can't be reached
   * @throws io.tenantproof.wait.NotMet when no pod of it gets ready
   */
  public Session open() {
    Pod pod = pods().ready();
    Path folder = temporary();
    LocalPortForward forward = cluster.client().pods().resource(pod).portForward(PORT);
    try {
      return new Session(
          this, pod, forward, GitClone.of(address(forward), BRANCH, writer(), folder));
    } catch (RuntimeException e) {
      closed(forward);
      new FileTree(folder).delete();
      throw e;
    }
  }

  private static Path temporary() {
    try {
      return Files.createTempDirectory("tenantproof-git");
    } catch (IOException e) {
      throw new UncheckedIOException("no temporary folder for a clone", e);
    }
  }

  private static String address(LocalPortForward forward) {
    return "http://127.0.0.1:%d/%s".formatted(forward.getLocalPort(), REPOSITORY);
  }

  private GitServerPods pods() {
    return new GitServerPods(cluster.client());
  }

  /** A clone that can push as long as the session is open, be the server's pod another one now. */
  public static final class Session implements AutoCloseable {

    private final GitServer server;
    private final GitClone work;
    private Pod pod;
    private LocalPortForward forward;

    private Session(GitServer server, Pod pod, LocalPortForward forward, GitClone work) {
      this.server = server;
      this.pod = pod;
      this.forward = forward;
      this.work = work;
    }

    /**
     * The clone.
     *
     * @throws io.tenantproof.wait.NotMet when no pod of the server gets ready
     */
    public synchronized GitClone work() {
      Pod now = server.pods().ready();
      if (!now.getMetadata().getUid().equals(pod.getMetadata().getUid())) {
        // At whatever port is free: the one before may be in use by what is left of its
        // connections.
        LocalPortForward next = server.cluster().client().pods().resource(now).portForward(PORT);
        closed(forward);
        forward = next;
        pod = now;
        work.isAt(address(forward));
      }
      return work;
    }

    @Override
    public synchronized void close() {
      Path folder = work.folder();
      try {
        work.close();
        closed(forward);
      } finally {
        new FileTree(folder).delete();
      }
    }
  }

  private static void closed(LocalPortForward forward) {
    try {
      forward.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
