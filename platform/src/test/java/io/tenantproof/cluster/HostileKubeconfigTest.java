package io.tenantproof.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tenantproof.yaml.HostileTexts;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A kubeconfig that somebody else wrote starts no program and gives no file away. */
class HostileKubeconfigTest {

  @TempDir private Path folder;

  @Test
  void aProgramIsNotStartedAndTheRefusalSaysWhichAndHowToAllowIt() {
    write(kubeconfig(exec()));

    assertThatThrownBy(() -> provide(Optional.empty(), false))
        .isInstanceOf(ClusterUnavailable.class)
        .hasMessageContaining("The context \"lab\" of " + file())
        .hasMessageContaining("from a program (exec): touch " + started())
        .hasMessageEndingWith("allow it with TENANTPROOF_KUBECONFIG_EXEC=allow.");
    assertThat(started()).doesNotExist();
  }

  @Test
  void aProgramIsStartedWhereThatIsAllowed() {
    write(kubeconfig(exec()));

    assertThatThrownBy(() -> provide(Optional.empty(), true))
        .isInstanceOf(ClusterUnavailable.class)
        .hasMessageContaining("does not answer");
    assertThat(started()).exists();
  }

  @Test
  void theProgramOfAContextThatIsNotUsedIsNotStarted() {
    String other =
        kubeconfig(exec())
            .replace("users:", "users:\n- {name: other, user: {token: abc}}")
            .replace(
                "contexts:", "contexts:\n- {name: other, context: {cluster: lab, user: other}}");
    write(other);

    assertThatThrownBy(() -> provide(Optional.of("other"), false))
        .isInstanceOf(ClusterUnavailable.class)
        .hasMessageContaining("does not answer");
    assertThat(started()).doesNotExist();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "auth-provider: {name: gcp, config: {cmd-path: touch, cmd-args: X}}",
        "Exec: {command: touch, args: [X]}",
        "\"<<\": {exec: {command: touch, args: [X]}}",
        "<<: &a {exec: {command: touch, args: [X]}}",
        "token: a\n    exec: {command: touch, args: [X]}\n    exec: ~"
      })
  void norIsAnyOtherWayToNameOne(String user) {
    write(kubeconfig("    " + user.replace("X", started().toString())));

    assertThatThrownBy(() -> provide(Optional.empty(), false))
        .isInstanceOf(ClusterUnavailable.class)
        .hasMessageNotContaining("does not answer");
    assertThat(started()).doesNotExist();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"secret.txt", "../{}/secret.txt", "/etc/passwd", "/dev/zero", "absent", "."})
  void aFileThatIsNoTokenIsNotSent(String name) throws IOException {
    Files.writeString(folder.resolve("secret.txt"), "first line\nsecond line\n");
    write(kubeconfig("    tokenFile: " + name.replace("{}", folder.getFileName().toString())));

    assertThatThrownBy(() -> provide(Optional.empty(), false))
        .isInstanceOf(ClusterUnavailable.class)
        .hasMessageContaining("to the cluster as its token, and that holds none")
        .hasMessageNotContaining("second line");
  }

  @Test
  void aTokenIsSent() throws IOException {
    Files.writeString(folder.resolve("token"), "eyJhbGciOi.abc_-def.ghi=\n");
    write(kubeconfig("    tokenFile: token"));

    assertThatThrownBy(() -> provide(Optional.empty(), false))
        .isInstanceOf(ClusterUnavailable.class)
        .hasMessageContaining("does not answer");
  }

  @Test
  void eachTextIsRefused() {
    // Without a server that could be asked: this is about reading.
    new HostileTexts(kubeconfig("    token: abc").replace("https://127.0.0.1:1", "https://["))
        .eachIsReadOrRefused(
            text -> {
              write(new String(text, StandardCharsets.ISO_8859_1));
              provide(Optional.empty(), false);
            },
            ClusterUnavailable.class);
  }

  private String exec() {
    return """
    exec:
      apiVersion: client.authentication.k8s.io/v1
      command: touch
      args: ["%s"]
      interactiveMode: Never
    """
        .formatted(started())
        .indent(4);
  }

  private Path started() {
    return folder.resolve("started");
  }

  private Path file() {
    return folder.resolve("config");
  }

  private static String kubeconfig(String user) {
    return """
    apiVersion: v1
    kind: Config
    clusters:
    - {name: lab, cluster: {server: "https://127.0.0.1:1"}}
    users:
    - name: someone
      user:
    %s
    contexts:
    - {name: lab, context: {cluster: lab, user: someone}}
    current-context: lab
    """
        .formatted(user.stripTrailing());
  }

  private void provide(Optional<String> context, boolean programs) {
    new KubeconfigProvider(file(), context, programs)
        .provide(
            new ClusterRequest("test", 1, "none", folder, folder.resolve("copy"), Map.of(), false))
        .close();
  }

  private void write(String text) {
    try {
      Files.writeString(file(), text, StandardCharsets.ISO_8859_1);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
