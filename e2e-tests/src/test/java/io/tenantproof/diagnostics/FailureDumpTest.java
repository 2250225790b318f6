package io.tenantproof.diagnostics;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantproof.scenario.Observability;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FailureDumpTest {

  @TempDir private Path folder;

  private final BrokenCluster broken = new BrokenCluster();

  @BeforeEach
  void aTestFails() {
    try (var observability = new Observability(broken.cluster().client())) {
      new FailureDump(broken.cluster(), observability, "GitOpsIT/driftIsHealed", folder).gather();
    }
  }

  @AfterEach
  void stop() {
    broken.close();
  }

  @Test
  void theTreeHoldsAllThatAPersonWouldAskFor() {
    assertThat(files())
        .contains(
            "applications.txt",
            "operations.txt",
            "nodes.txt",
            "nodes/node-node-1.yaml",
            "policies/validatingadmissionpolicy-tenant-monitors.yaml",
            "policies/clusterrole-tenant-viewer.yaml",
            "namespaces/argocd/objects/application-tenant-a-demo-api.yaml",
            "namespaces/tenant-a/events.txt",
            "namespaces/tenant-a/pods.txt",
            "namespaces/tenant-a/describe/demo-api-1.txt",
            "namespaces/tenant-a/logs/demo-api-1-demo-api.log",
            "namespaces/tenant-a/logs/demo-api-1-demo-api.previous.log",
            "namespaces/tenant-a/objects/pod-demo-api-1.yaml",
            "namespaces/tenant-a/objects/configmap-settings.yaml",
            "namespaces/tenant-a/objects/networkpolicy-default-deny.yaml",
            "namespaces/tenant-a/objects/resourcequota-q.yaml",
            "index.html")
        .doesNotContain("policies/clusterrole-view.yaml");
  }

  @Test
  void theCauseIsInIt() {
    assertThat(text("operations.txt"))
        .contains("tenant-a-demo-api: Failed at 1f0c2ab: one or more objects failed to apply")
        .contains("  Deployment demo-api refused: exceeded quota");
    assertThat(text("nodes.txt")).contains("MemoryPressure=True", "too little memory");
    assertThat(text("namespaces/tenant-a/describe/demo-api-1.txt"))
        .contains("Ready=False", "ContainersNotReady")
        .contains("now: waiting, CrashLoopBackOff: back-off 40s")
        .contains("before: ended with 137", "OOMKilled")
        .contains("Warning BackOff Pod/demo-api-1: Back-off restarting failed container");
    assertThat(text("namespaces/tenant-a/logs/demo-api-1-demo-api.previous.log"))
        .contains("OutOfMemoryError");
  }

  @Test
  void noSecretLeavesTheCluster() {
    assertThat(files().stream().map(this::text))
        .noneMatch(text -> text.contains(BrokenCluster.PASSWORD))
        .noneMatch(text -> text.contains(BrokenCluster.TOKEN));
    assertThat(broken.api().asked()).noneMatch(asked -> asked.contains("/secrets"));
    // They were there to be taken out, and what is no secret is left.
    assertThat(text("namespaces/tenant-a/objects/pod-demo-api-1.yaml"))
        .contains("DB_PASSWORD", Redaction.TAKEN_OUT, "value: \"tenant-a\"");
    assertThat(text("namespaces/tenant-a/objects/configmap-settings.yaml"))
        .contains("database.password: \"" + Redaction.TAKEN_OUT, "greeting: \"hello\"");
    assertThat(text("namespaces/tenant-a/logs/demo-api-1-demo-api.log"))
        .contains("GET / with Authorization: ");
  }

  @Test
  void whatCanNotBeHadIsSaidAndHidesNothing() {
    // This API server knows no Deployments.
    assertThat(text("problems.txt")).contains("namespaces/tenant-a/objects: ");
  }

  @Test
  void thePageLinksEveryFile() {
    String html = text("index.html");

    assertThat(html).contains("<h1>GitOpsIT/driftIsHealed</h1>");
    assertThat(files())
        .filteredOn(name -> !name.equals("index.html"))
        .allSatisfy(name -> assertThat(html).contains("href=\"./" + name + "\""));
  }

  private List<String> files() {
    try (Stream<Path> all = Files.walk(folder)) {
      return all.filter(Files::isRegularFile)
          .map(file -> folder.relativize(file).toString())
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private String text(String name) {
    try {
      return Files.readString(folder.resolve(name));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
