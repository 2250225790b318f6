package io.tenantproof.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class OwnerTest {

  @Test
  void thisJvmIsAliveAlsoWhenReadBackFromALabel() {
    Owner owner = Owner.thisJvm();

    assertThat(owner.isAlive()).isTrue();
    assertThat(Owner.parse(owner.toString())).isEqualTo(owner);
  }

  @Test
  void aLaterProcessWithTheSameNumberIsAnother() {
    Owner owner = Owner.thisJvm();

    assertThat(new Owner(owner.process(), owner.started() - 60).isAlive()).isFalse();
  }

  @Test
  void anEndedProcessIsNotAlive() throws IOException, InterruptedException {
    Process process = new ProcessBuilder("sleep", "300").start();
    Owner owner =
        new Owner(
            process.pid(), process.toHandle().info().startInstant().orElseThrow().getEpochSecond());
    assertThat(owner.isAlive()).isTrue();

    process.destroyForcibly();

    assertThat(process.waitFor(5, TimeUnit.SECONDS)).as("the process ended").isTrue();
    assertThat(owner.isAlive()).isFalse();
  }
}
