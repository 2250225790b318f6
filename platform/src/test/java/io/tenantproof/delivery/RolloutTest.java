package io.tenantproof.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantproof.argocd.Application;
import io.tenantproof.image.PinnedImage;
import io.tenantproof.wait.Outcome;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RolloutTest {

  private static final String COMMIT = "0123456789abcdef0123456789abcdef01234567";
  private static final String EARLIER = COMMIT.replace('0', 'f');
  private static final PinnedImage IMAGE =
      PinnedImage.parse(TenantTree.REPOSITORY + ":0.2.0@" + TenantTree.DIGEST);

  @Test
  void syncedAndHealthyAtTheRevisionIsReached() {
    Rollout rollout = new Rollout(List.of(), Optional.of(COMMIT), Optional.empty());

    assertThat(
            rollout.look(
                app("Synced", "Healthy", COMMIT, "Succeeded"), Optional.empty(), List.of()))
        .isInstanceOf(Outcome.Satisfied.class);
    assertThat(
            rollout.look(
                app("Synced", "Healthy", EARLIER, "Succeeded"), Optional.empty(), List.of()))
        .isInstanceOf(Outcome.Pending.class);
    assertThat(
            rollout.look(app("Synced", "Healthy", COMMIT, "Running"), Optional.empty(), List.of()))
        .isInstanceOf(Outcome.Pending.class);
    assertThat(
            rollout.look(
                app("OutOfSync", "Healthy", COMMIT, "Failed"), Optional.empty(), List.of()))
        .isInstanceOf(Outcome.Pending.class);
  }

  @Test
  void anImageIsReachedWhenItAloneRunsWhateverTheRevision() {
    Rollout rollout = new Rollout(List.of(), Optional.empty(), Optional.of(IMAGE));
    String old = TenantTree.REPOSITORY + ":0.1.0";

    assertThat(look(rollout, "Healthy", IMAGE.toString())).isInstanceOf(Outcome.Satisfied.class);
    assertThat(look(rollout, "Healthy", old))
        .isInstanceOf(Outcome.Pending.class)
        .extracting(Outcome::seen)
        .asString()
        .endsWith("runs " + old);
    assertThat(look(rollout, "Healthy", old, IMAGE.toString())).isInstanceOf(Outcome.Pending.class);
  }

  @Test
  void newPodsThatKubernetesHasGivenUpEndTheWaitOldOnesDoNot() {
    Rollout rollout = new Rollout(List.of(), Optional.empty(), Optional.of(IMAGE));

    assertThat(look(rollout, "Degraded", IMAGE.toString())).isInstanceOf(Outcome.Failed.class);
    assertThat(look(rollout, "Degraded", TenantTree.REPOSITORY + ":0.1.0"))
        .isInstanceOf(Outcome.Pending.class);
    assertThat(look(rollout, "Progressing", IMAGE.toString())).isInstanceOf(Outcome.Pending.class);
  }

  private static Outcome look(Rollout rollout, String health, String... images) {
    return rollout.look(
        app("Synced", health, COMMIT, "Succeeded"), Optional.of(IMAGE), List.of(images));
  }

  private static Application app(String sync, String health, String revision, String phase) {
    return new Application(
        "tenant-a-demo-api",
        "tenant-a",
        sync,
        health,
        revision,
        new Application.Operation(phase, revision, "", List.of()),
        List.of(),
        List.of());
  }
}
