package io.tenantproof.cluster;

import com.github.dockerjava.api.model.AccessMode;
import com.github.dockerjava.api.model.Bind;
import com.github.dockerjava.api.model.Volume;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.testcontainers.k3s.K3sContainer;
import org.testcontainers.utility.DockerImageName;

/**
 * The node with the control plane.
 *
 * @param group whose it is
 * @param request what cluster is wanted
 * @param labels of all that the cluster's nodes are
 */
record FirstNode(NodeGroup group, ClusterRequest request, Map<String, String> labels) {

  private static final int SECRET_BYTES = 24;

  @SuppressWarnings("resource") // the container outlives this call; NodeGroup.remove ends it
  K3sContainer container(Duration boot) {
    List<String> words =
        new ArrayList<>(
            List.of("server", "--disable=traefik", "--disable=servicelb", "--tls-san=127.0.0.1"));
    K3sContainer container =
        new K3sContainer(
            DockerImageName.parse(request.nodeImage()).asCompatibleSubstituteFor("rancher/k3s"));
    container
        .withImagePullPolicy(image -> false)
        // Else Testcontainers itself would end the container with this JVM
        // (TESTCONTAINERS_REUSE_ENABLE).
        .withReuse(true)
        .withLabels(labels)
        .withStartupTimeout(boot)
        .withCreateContainerCmdModifier(
            create -> {
              create.withName(group.name(1));
              if (request.nodes() > 1) {
                create.withHostName(group.name(1));
              }
              Optional.ofNullable(create.getHostConfig())
                  .ifPresent(
                      host -> {
                        List<Bind> binds = new ArrayList<>(List.of(host.getBinds()));
                        binds.add(
                            new Bind(
                                request.images().toAbsolutePath().toString(),
                                new Volume(NodeContainer.IMAGES),
                                AccessMode.ro));
                        host.withBinds(binds);
                      });
            });
    if (request.nodes() > 1) {
      // Without a token the server lets nobody join.
      container.withNetworkMode(group.name(1)).withEnv("K3S_TOKEN", secret());
      words.add("--tls-san=" + group.name(1));
    }
    container.setCommandParts(words.toArray(String[]::new));
    container.setPortBindings(portBindings(request.ports()));
    return container;
  }

  private static String secret() {
    byte[] random = new byte[SECRET_BYTES];
    new SecureRandom().nextBytes(random);
    return HexFormat.of().formatHex(random);
  }

  // On loopback only. The API port is fixed, so that the kubeconfig survives a restart.
  private static List<String> portBindings(Map<Integer, Integer> ports) {
    List<String> bindings = new ArrayList<>();
    bindings.add("127.0.0.1:%d:%d".formatted(freePort(), K3sContainer.KUBE_SECURE_PORT));
    bindings.add("127.0.0.1::%d".formatted(K3sContainer.RANCHER_WEBHOOK_PORT));
    ports.forEach((node, host) -> bindings.add("127.0.0.1:%d:%d".formatted(host, node)));
    return bindings;
  }

  private static int freePort() {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException("no port is free on loopback", e);
    }
  }
}
