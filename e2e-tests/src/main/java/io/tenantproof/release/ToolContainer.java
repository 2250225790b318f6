package io.tenantproof.release;

import io.tenantproof.cluster.NodeContainer;
import io.tenantproof.cluster.Owner;
import io.tenantproof.engine.ContainerEngine;
import io.tenantproof.image.ImageShop;
import io.tenantproof.image.Images;
import io.tenantproof.platform.Kit;
import io.tenantproof.progress.Progress;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.containers.wait.strategy.Wait;
import org.testcontainers.utility.DockerImageName;

/**
 * A tool of a spec in a container: this machine reaches it on loopback alone, other containers by
 * its own address.
 *
 * @param container that runs
 * @param port that it listens on
 */
record ToolContainer(GenericContainer<?> container, int port) implements AutoCloseable {

  private static final Duration START = Duration.ofMinutes(1);

  /**
   * Starts a tool of the catalogue.
   *
   * @param ready a path that it answers when it is up
   * @throws io.tenantproof.image.ImageUnavailable when its image can't be had
   */
  @SuppressWarnings("resource") // closed with the tool
  static ToolContainer start(
      Kit kit, ContainerEngine engine, String image, int port, String ready) {
    ImageShop shop = kit.shop();
    String loaded =
        Images.of(shop, engine).tool(shop.catalogue(), image, Progress.silent()).image().toString();
    GenericContainer<?> container =
        new GenericContainer<>(DockerImageName.parse(loaded))
            .withImagePullPolicy(name -> false)
            .withExposedPorts(port)
            // A run that is killed leaves it; the next one, or `make down`, removes it.
            .withLabel(NodeContainer.OWNER_LABEL, Owner.thisJvm().toString())
            .waitingFor(Wait.forHttp(ready).forPort(port).withStartupTimeout(START));
    container.setPortBindings(List.of("127.0.0.1::" + port));
    container.start();
    return new ToolContainer(container, port);
  }

  /** Host and port on this machine. */
  String here() {
    return "127.0.0.1:" + container.getMappedPort(port);
  }

  /** Its address for other containers. */
  URI inside() {
    String address =
        container.getContainerInfo().getNetworkSettings().getNetworks().values().stream()
            .findFirst()
            .orElseThrow()
            .getIpAddress();
    return URI.create("http://%s:%d".formatted(address, port));
  }

  @Override
  public void close() {
    container.stop();
  }
}
