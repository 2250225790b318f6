package io.tenantproof.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class KubeconfigProviderTest {

  @TempDir private Path folder;

  @Test
  void aFileThatIsNotThereIsNamed() {
    Path file = folder.resolve("absent");

    assertThatExceptionOfType(ClusterUnavailable.class)
        .isThrownBy(() -> provide(file, Optional.empty()))
        .withMessage(
            "The kubeconfig %s can't be read; name another with TENANTPROOF_KUBECONFIG.", file);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "just a text", "contexts: [", "contexts: 5"})
  void aFileThatIsNoKubeconfigIsNamed(String text) {
    Path file = write(text);

    assertThatExceptionOfType(ClusterUnavailable.class)
        .isThrownBy(() -> provide(file, Optional.empty()))
        .withMessageContaining(file.toString());
  }

  @Test
  void withoutACurrentContextOneMustBeNamed() {
    Path file = write(kubeconfig("", Map.of("lab", "https://127.0.0.1:1")));

    assertThatExceptionOfType(ClusterUnavailable.class)
        .isThrownBy(() -> provide(file, Optional.empty()))
        .withMessage("%s has no current context; name one with TENANTPROOF_CONTEXT.", file);
  }

  @Test
  void anUnknownContextIsRefusedWithTheKnownOnes() {
    Path file =
        write(
            kubeconfig("lab", Map.of("lab", "https://127.0.0.1:1", "kind", "https://127.0.0.1:2")));

    assertThatExceptionOfType(ClusterUnavailable.class)
        .isThrownBy(() -> provide(file, Optional.of("la")))
        .withMessage("%s has no context \"la\"; it has [kind, lab].", file);
  }

  @ParameterizedTest
  @CsvSource({
    "prod-eu, https://127.0.0.1:1",
    "eu_PRODUCTION, https://127.0.0.1:1",
    "main, https://api.live.example:6443",
  })
  void aCurrentContextThatLooksLikeProductionIsRefused(String context, String server) {
    Path file = write(kubeconfig(context, Map.of(context, server)));

    assertThatExceptionOfType(ClusterUnavailable.class)
        .isThrownBy(() -> provide(file, Optional.empty()))
        .withMessageContaining("\"%s\" looks like production", context)
        .withMessageEndingWith("TENANTPROOF_CONTEXT=%s.", context);
  }

  @Test
  void productionThatIsNamedIsTried() {
    String server = "https://127.0.0.1:" + closedPort();
    Path file = write(kubeconfig("prod", Map.of("prod", server)));

    assertThatExceptionOfType(ClusterUnavailable.class)
        .isThrownBy(() -> provide(file, Optional.of("prod")))
        .withMessageContaining("does not answer at " + server);
  }

  @Test
  void aServerThatDoesNotAnswerIsNamedWithinSeconds() {
    String server = "https://127.0.0.1:" + closedPort();
    Path file =
        write(kubeconfig("delivery", Map.of("delivery", "https://127.0.0.1:1", "lab", server)));
    Instant start = Instant.now();

    assertThatExceptionOfType(ClusterUnavailable.class)
        .isThrownBy(() -> provide(file, Optional.of("lab")))
        .withMessageStartingWith(
            "The cluster of the context \"lab\" does not answer at %s", server);

    assertThat(Duration.between(start, Instant.now())).isLessThan(Duration.ofSeconds(15));
  }

  private Cluster provide(Path file, Optional<String> context) {
    return new KubeconfigProvider(file, context, false)
        .provide(new ClusterRequest("test", 1, "none", folder, file, Map.of(), false));
  }

  private Path write(String text) {
    try {
      return Files.writeString(folder.resolve("config"), text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String kubeconfig(String current, Map<String, String> servers) {
    return """
    apiVersion: v1
    kind: Config
    clusters:
    %s
    users:
    - {name: someone, user: {token: secret}}
    contexts:
    %s
    current-context: "%s"
    """
        .formatted(
            entries("- {name: c-%1$s, cluster: {server: \"%2$s\"}}", servers),
            entries("- {name: %1$s, context: {cluster: c-%1$s, user: someone}}", servers),
            current);
  }

  private static String entries(String form, Map<String, String> servers) {
    return servers.entrySet().stream()
        .map(one -> form.formatted(one.getKey(), one.getValue()))
        .collect(Collectors.joining("\n"));
  }

  private static int closedPort() {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
