package io.tenantproof.diagnostics;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantproof.image.Catalogue;
import io.tenantproof.run.Inventory;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class LiveInventoryTest {

  private final BrokenCluster broken = new BrokenCluster();

  @AfterEach
  void stop() {
    broken.close();
  }

  @Test
  void saysWhatRunsAndWhatTheCatalogueLists() {
    Inventory found =
        new LiveInventory(broken.cluster(), () -> Catalogue.read(Path.of("../platform/images")))
            .gather();

    assertThat(found.missing()).isEmpty();
    assertThat(found.components())
        .contains(
            new Inventory.Component("Kubernetes", "v1.36.4+k3s1"),
            new Inventory.Component("container runtime", "containerd://2.1.5"));
    assertThat(found.images())
        .contains(
            new Inventory.Image(
                "demo-api:0.1.0", "", "", true, Optional.of("sha256:" + "ab".repeat(32))))
        .filteredOn(image -> image.name().startsWith("quay.io/argoproj/argocd:"))
        .singleElement()
        .matches(image -> !image.running() && image.licence().equals("Apache-2.0"));
  }

  @Test
  void whatCanNotBeHadIsSaid() {
    Inventory found =
        new LiveInventory(
                broken.cluster(),
                () -> {
                  throw new IllegalStateException("no catalogue here");
                })
            .gather();

    assertThat(found.missing()).containsExactly("the image catalogue: no catalogue here");
    assertThat(found.images()).hasSize(1);
  }
}
