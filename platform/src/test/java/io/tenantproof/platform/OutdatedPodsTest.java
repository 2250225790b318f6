package io.tenantproof.platform;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodBuilder;
import io.tenantproof.image.CachedImage;
import io.tenantproof.image.ImageName;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

final class OutdatedPodsTest {

  private static final String NAME = "ghcr.io/tenantproof/demo-api:0.1.0";
  private static final CachedImage IMAGE =
      new CachedImage(
          ImageName.parse(NAME), CachedImage.Source.BUILT, "sha256:b2", Path.of("demo-api.tar"), 1);

  @Test
  void aPodOfAnotherContentOfTheSameNameIsOld() {
    assertThat(OutdatedPods.old(running(NAME, "sha256:a1"), IMAGE)).isTrue();
  }

  @Test
  void aPodOfTheImageIsNot() {
    assertThat(OutdatedPods.old(running(NAME, "sha256:b2"), IMAGE)).isFalse();
    assertThat(OutdatedPods.old(running(NAME, "docker.io/library/x@sha256:b2"), IMAGE)).isFalse();
  }

  @Test
  void aPodOfAnotherNameOrWithoutAnImageYetIsNot() {
    assertThat(OutdatedPods.old(running(NAME + "1", "sha256:a1"), IMAGE)).isFalse();
    assertThat(OutdatedPods.old(running(NAME, ""), IMAGE)).isFalse();
  }

  private static Pod running(String image, String id) {
    return new PodBuilder()
        .withNewSpec()
        .addNewContainer()
        .withName("demo-api")
        .withImage(image)
        .endContainer()
        .endSpec()
        .withNewStatus()
        .addNewContainerStatus()
        .withName("demo-api")
        .withImageID(id)
        .endContainerStatus()
        .endStatus()
        .build();
  }
}
