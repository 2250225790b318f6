package io.tenantproof.boot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

import io.tenantproof.boot.Mark.Kind;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class BootTest {

  private static final Mark IMAGES = Mark.of(Kind.IMAGES);
  private static final Mark TENANT_HEALTHY = new Mark(Kind.HEALTHY, "tenant-a");

  private static Leg leg(Boot boot, Mark mark) {
    return boot.legs().stream().filter(one -> one.mark().equals(mark)).findFirst().orElseThrow();
  }

  @Test
  void isCountedFromTheStartOfTheContainerToItsLastMilestone() {
    Boot boot = Boots.boot(Map.of());

    assertThat(boot.zero()).isEqualTo(Boots.STARTED);
    assertThat(boot.took()).isEqualTo(Duration.ofSeconds(81));
    assertThat(boot.begun()).isEqualTo(Mark.of(Kind.STARTED));
    assertThat(boot.legs()).hasSize(Boots.milestones().size());
    assertThat(boot.unknown()).isEmpty();
  }

  @Test
  void aLegBeginsWithTheLastOfWhatItWaitedFor() {
    Leg node = leg(Boots.boot(Map.of()), Mark.of(Kind.NODE));

    assertThat(node.from()).contains(IMAGES);
    assertThat(node.took()).isEqualTo(Duration.ofMillis(100));
    assertThat(node.at()).isEqualTo(Duration.ofMillis(30_600));
  }

  @Test
  void importedImagesBeginWithTheContainerAndNotWithTheNode() {
    Leg images = leg(Boots.boot(Map.of()), IMAGES);

    assertThat(images.took()).isEqualTo(Duration.ofMillis(30_500));
    assertThat(images.share()).isCloseTo(30.5 / 81, within(0.001));
  }

  @Test
  void theCriticalPathIsTheChainThatEndsLast() {
    assertThat(Boots.boot(Map.of()).critical())
        .extracting(Mark::id)
        .containsExactly(
            "started",
            "images",
            "node",
            "apis",
            "argo-cd-begun",
            "argo-cd",
            "made:platform",
            "made:monitoring-crds",
            "synced:monitoring-crds",
            "healthy:monitoring-crds",
            "made:tenant-a",
            "made:tenant-a-demo-api",
            "pods-started:tenant-a",
            "pods-ready:tenant-a",
            "healthy:tenant-a-demo-api",
            "healthy:tenant-a");
  }

  @Test
  void itsLegsAreTheWholeBoot() {
    Boot boot = Boots.boot(Map.of());

    assertThat(boot.legs().stream().filter(Leg::critical).mapToDouble(Leg::share).sum())
        .isCloseTo(1, within(0.001));
    assertThat(boot.bound()).map(Leg::mark).contains(IMAGES);
  }

  @Test
  void aNodeThatIsReadyLateBoundsItInPlaceOfTheImages() {
    Mark ready = new Mark(Kind.READY, "n1");
    Boot boot = Boots.boot(Map.of(ready, 30.5, IMAGES, 20.0));

    assertThat(boot.critical())
        .startsWith(
            Mark.of(Kind.STARTED),
            Mark.of(Kind.API_SERVER),
            new Mark(Kind.REGISTERED, "n1"),
            ready,
            Mark.of(Kind.NODE))
        .doesNotContain(IMAGES);
    assertThat(boot.bound()).map(Leg::mark).contains(ready);
  }

  @Test
  void whatIsNotKnownStandsForWhatItWaitedFor() {
    Boot boot =
        Boots.boot(Map.of(Mark.of(Kind.APIS), -1.0, new Mark(Kind.PODS_STARTED, "tenant-a"), -1.0));

    assertThat(leg(boot, Mark.of(Kind.ARGO_CD_BEGUN)).from()).contains(Mark.of(Kind.NODE));
    assertThat(leg(boot, new Mark(Kind.PODS_READY, "tenant-a")).from())
        .contains(new Mark(Kind.MADE, "tenant-a-demo-api"));
    assertThat(boot.unknown())
        .extracting(one -> one.mark().title() + ": " + one.source())
        .containsExactly("all APIs answer: nobody knows", "pods of tenant-a started: nobody knows");
  }

  @Test
  void aConditionThatChangedAfterTheBootIsNotKnown() {
    Boot boot = Boots.boot(Map.of(Mark.of(Kind.ARGO_CD), 200.0));

    assertThat(boot.unknown())
        .extracting(Milestone::source)
        .containsExactly("has changed since: somebody");
    assertThat(leg(boot, new Mark(Kind.MADE, "platform")).from())
        .contains(Mark.of(Kind.GIT_SERVER));
    assertThat(boot.took()).isEqualTo(Duration.ofSeconds(81));
  }

  @Test
  void whatCameLaterThanTheKitWaitsIsOfNoBoot() {
    Boot boot = Boots.boot(Map.of(TENANT_HEALTHY, 5000.0));

    assertThat(boot.unknown())
        .extracting(Milestone::source)
        .containsExactly("came later than the boot: somebody");
    assertThat(boot.took()).isEqualTo(Duration.ofSeconds(80));
  }

  @Test
  void aSyncThatIsRecordedAfterTheHealthOfWhatItMadeTakesNoTimeFromIt() {
    Boot boot = Boots.boot(Map.of(new Mark(Kind.SYNCED, "monitoring-crds"), 60.0));

    Leg healthy = leg(boot, new Mark(Kind.HEALTHY, "monitoring-crds"));
    assertThat(healthy.from()).contains(new Mark(Kind.MADE, "monitoring-crds"));
    assertThat(healthy.took()).isEqualTo(Duration.ofSeconds(3));
  }

  @Test
  void ofAClusterThatWasThereItIsCountedFromTheFirstNamespace() {
    Boot boot =
        Boot.of(
            Boots.WAITS,
            Boots.milestones().stream()
                .map(
                    one ->
                        one.mark().kind().compareTo(Kind.ARGO_CD_BEGUN) < 0
                            ? one.forgotten("it was there")
                            : one)
                .toList(),
            Boots.LONGEST);

    assertThat(boot.begun()).isEqualTo(Mark.of(Kind.ARGO_CD_BEGUN));
    assertThat(boot.took()).isEqualTo(Duration.ofSeconds(44));
    assertThat(boot.unknown()).hasSize(8);
  }

  @Test
  void withoutABeginningThereIsNone() {
    assertThatExceptionOfType(BootUnknown.class)
        .isThrownBy(() -> Boot.of(Boots.WAITS, List.of(), Boots.LONGEST))
        .withMessageContaining("make demo");
  }
}
