package io.tenantproof.mutation;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantproof.isolation.Family;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

final class MutationTextTest {

  @Test
  void theScoreIsOfThoseThatWereTried() {
    MutationText text =
        new MutationText(
            List.of(
                result("a", Mutant.Fate.KILLED),
                result("b", Mutant.Fate.SURVIVED),
                result("c", Mutant.Fate.NOT_RUN)));

    assertThat(text.forPeople())
        .contains("SURVIVED  b", "what b weakens", "how b is known")
        .endsWith("3 mutants: 1 killed, 1 survived, 1 not run; score 50 %\n");
    assertThat(text.isGood()).isFalse();
  }

  @Test
  void withoutATryThereIsNoScore() {
    MutationText text = new MutationText(List.of(result("c", Mutant.Fate.NOT_RUN)));

    assertThat(text.forPeople()).contains("score none: no mutant was tried");
    assertThat(text.isGood()).isFalse();
  }

  @Test
  void programsReadTheSame() {
    MutationText text = new MutationText(List.of(result("a", Mutant.Fate.KILLED)));

    JsonNode json = JsonMapper.shared().readTree(text.json());
    assertThat(json.path("format").asInt()).isEqualTo(1);
    assertThat(json.path("killed").asInt()).isEqualTo(1);
    JsonNode first = json.path("results").path(0);
    assertThat(first.path("id").asString()).isEqualTo("a");
    assertThat(first.path("fate").asString()).isEqualTo("killed");
    assertThat(first.path("family").asString()).isEqualTo("network");
    assertThat(text.isGood()).isTrue();
  }

  private static Mutant.Result result(String id, Mutant.Fate fate) {
    Mutant mutant =
        new Mutant(id, "what %s weakens".formatted(id), Family.NETWORK, UnaryOperator.identity());
    return new Mutant.Result(mutant, fate, "how %s is known".formatted(id));
  }
}
