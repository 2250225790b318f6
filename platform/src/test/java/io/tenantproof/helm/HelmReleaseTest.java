package io.tenantproof.helm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.tenantproof.cluster.Cluster;
import io.tenantproof.http.StubServer.Asked;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HelmReleaseTest {

  @TempDir private Path folder;

  private final StubCluster stub = new StubCluster();

  @BeforeEach
  void aChart() throws IOException {
    Files.writeString(
        Files.createDirectories(folder.resolve("chart")).resolve("Chart.yaml"),
        "{apiVersion: v2, name: some, version: 1.0.0}");
  }

  @AfterEach
  void close() {
    stub.close();
  }

  @Test
  void whatIsThereUnchangedIsLeftAlone() {
    stub.keep(
        new Receipts(stub.client(), "space", "some"),
        Fingerprint.of(folder.resolve("chart"), Map.of()));
    int before = stub.server().asked().size();

    assertThat(release(Map.of()).apply(cluster())).isFalse();

    assertThat(stub.server().asked().stream().skip(before))
        .isNotEmpty()
        .extracting(Asked::method)
        .containsOnly("GET");
  }

  @Test
  void aRunThatFailsLeavesNoReceipt() {
    stub.keep(
        new Receipts(stub.client(), "space", "some"),
        Fingerprint.of(folder.resolve("chart"), Map.of()));
    int before = stub.server().asked().size();

    assertThatExceptionOfType(ReleaseFailed.class)
        .isThrownBy(() -> release(Map.of("changed", true)).apply(cluster()))
        .withMessageStartingWith("The chart chart could not be installed as some");

    assertThat(stub.server().asked().stream().skip(before))
        .filteredOn(one -> one.path().equals(StubCluster.RECEIPT))
        .extracting(Asked::method)
        .containsExactly("GET", "DELETE");
  }

  private HelmRelease release(Map<String, Object> values) {
    return new HelmRelease("some", "space", folder.resolve("chart"), values);
  }

  // Helm itself finds no cluster by a kubeconfig that is not there.
  private Cluster cluster() {
    return new Cluster("stub", folder.resolve("absent"), stub.client(), Optional.empty());
  }
}
