package io.tenantproof.bench;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantproof.bench.StartWindow.Way;
import io.tenantproof.probe.Passage;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class WindowTextTest {

  private static final Passage NOTHING = new Passage("10.0.0.1:80", 200, 0, -1, -1, 1);
  private static final Passage SOON = new Passage("10.0.0.1:80", 200, 190, 3, 4000, -1);
  private static final Passage LATER = new Passage("10.0.0.1:80", 200, 180, 40, 4001, 1);

  @Test
  void allIsGoodWhenNothingPassedThatMustNotAndEachPodGotThroughWhereItMust() {
    assertThat(WindowText.isGood(Map.of(Way.IN, List.of(NOTHING), Way.OWN, List.of(SOON))))
        .isTrue();
  }

  @Test
  void onePacketThatMustNotPassIsBad() {
    assertThat(WindowText.isGood(Map.of(Way.IN, List.of(NOTHING, SOON)))).isFalse();
  }

  @Test
  void onePodThatNeverGotThroughIsBad() {
    assertThat(WindowText.isGood(Map.of(Way.OWN, List.of(SOON, NOTHING)))).isFalse();
  }

  @Test
  void whatNobodyTriedIsBad() {
    assertThat(WindowText.isGood(Map.of(Way.FREE, List.of()))).isFalse();
  }

  @Test
  void theTableSaysHowManyPassedAndWhen() {
    assertThat(WindowText.table(Map.of(Way.OWN, List.of(SOON, LATER))))
        .contains("must pass: 370 of 400 connections of 2 pods passed")
        .contains("40 ms (worst); the last after 4001 ms");
    assertThat(WindowText.table(Map.of(Way.IN, List.of(NOTHING))))
        .contains("must not pass: 0 of 200 connections of 1 pods passed\n");
  }

  @Test
  void theJsonHasTheSame() {
    assertThat(WindowText.json(Map.of(Way.IN, List.of(NOTHING))))
        .contains("\"way\" : \"IN\"")
        .contains("\"open\" : false")
        .contains("\"connections\" : 200")
        .contains("\"passed\" : 0");
  }
}
