package io.tenantproof.engine;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.model.Info;
import com.github.dockerjava.api.model.Version;
import com.github.dockerjava.core.DefaultDockerClientConfig;
import com.github.dockerjava.core.DockerClientImpl;
import com.github.dockerjava.zerodep.ZerodepDockerHttpClient;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/**
 * The container engine of this machine, reached the way the docker command line reaches it
 * (DOCKER_HOST, the current docker context, or the default socket).
 *
 * @param client the engine's API
 * @param address where it listens
 */
public record ContainerEngine(DockerClient client, URI address) implements AutoCloseable {

  private static final Duration ANSWER = Duration.ofSeconds(10);

  /** The engine that answers, or empty where none does. */
  public static Optional<ContainerEngine> find() {
    ContainerEngine engine = configured();
    try {
      engine.client().pingCmd().exec();
      return Optional.of(engine);
    } catch (RuntimeException nobodyAnswers) {
      engine.close();
      return Optional.empty();
    }
  }

  /** What the engine says of its version. */
  public Version version() {
    return client.versionCmd().exec();
  }

  /** What the engine says of itself and its machine. */
  public Info info() {
    return client.infoCmd().exec();
  }

  /** Whether the engine shares this machine's files, so that a folder can be mounted. */
  public boolean isLocal() {
    return "unix".equals(address.getScheme());
  }

  @Override
  public void close() {
    try {
      client.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static ContainerEngine configured() {
    DefaultDockerClientConfig config =
        DefaultDockerClientConfig.createDefaultConfigBuilder().build();
    ZerodepDockerHttpClient http =
        new ZerodepDockerHttpClient.Builder()
            .dockerHost(config.getDockerHost())
            .sslConfig(config.getSSLConfig())
            .connectionTimeout(ANSWER)
            .build();
    return new ContainerEngine(DockerClientImpl.getInstance(config, http), config.getDockerHost());
  }
}
