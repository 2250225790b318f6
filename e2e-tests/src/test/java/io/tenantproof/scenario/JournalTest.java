package io.tenantproof.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tenantproof.isolation.Proof;
import io.tenantproof.run.Figure;
import io.tenantproof.run.TestStep.Kind;
import io.tenantproof.wait.Await;
import io.tenantproof.wait.Expectation;
import io.tenantproof.wait.NotMet;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class JournalTest {

  private static final Await SHORT = Await.atMost(Duration.ofMillis(300));

  private final Journal journal = new Journal(Clock.systemUTC());

  private List<String> steps() {
    return journal.steps().stream()
        .map(one -> "%s %s: %s %s".formatted(one.kind(), one.what(), one.seen(), one.good()))
        .toList();
  }

  @Test
  void keepsWhatWasDoneExpectedAndSeen() {
    assertThat(journal.did("commit: a case", () -> "1f0c2ab")).isEqualTo("1f0c2ab");
    journal.waits(SHORT, Expectation.that("it is there", () -> true));
    journal.watches(SHORT, Expectation.that("it stays", () -> true));
    journal.measured("until it was there", 1.2);

    assertThat(steps())
        .containsExactly(
            "DID commit: a case: 1f0c2ab true",
            "EXPECTED it is there: so it is true",
            "WATCHED it stays: so it was for 0 s true");
    assertThat(journal.figures()).containsExactly(new Figure("until it was there", "1.2"));
  }

  @Test
  void aStepThatFailsIsKeptAndFails() {
    Expectation never = Expectation.that("it is there", () -> false);

    assertThatThrownBy(() -> journal.waits(SHORT, never)).isInstanceOf(NotMet.class);
    assertThatThrownBy(() -> journal.watches(SHORT, never)).isInstanceOf(NotMet.class);

    assertThat(journal.steps())
        .allMatch(step -> !step.good() && step.seen().contains("it is not so"))
        .extracting(step -> step.kind())
        .containsExactly(Kind.EXPECTED, Kind.WATCHED);
  }

  @Test
  void aProofOfAllFamiliesIsKeptAndOneOfSomeIsNot() {
    Proof some = proof("some");
    Proof all = proof("all");

    assertThat(journal.proves("families", false, () -> some)).isEqualTo(some);
    assertThat(journal.proof()).isEmpty();
    assertThat(journal.proves("all families", true, () -> all)).isEqualTo(all);
    assertThat(journal.proof()).contains(all);
  }

  private static Proof proof(String cluster) {
    return new Proof(cluster, "v1", List.of(), Instant.EPOCH, Duration.ZERO, List.of());
  }
}
