package io.tenantproof.gates;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class WaiversTest {

  private static final String ONE =
      "- {check: pod-probes, reason: It has none., objects: [Deployment a/b]}\n";

  private static final ScoreFinding FOUND =
      new ScoreFinding("Deployment a/b", "pod-probes", "no probes");

  @Test
  void aWaivedFindingIsNoDifference() {
    assertThat(differences(ONE, FOUND)).isEmpty();
  }

  @Test
  void aFindingThatNobodyWaivedIsNamed() {
    assertThat(differences("[]", FOUND))
        .containsExactly("found, and not waived: Deployment a/b: pod-probes: no probes");
    assertThat(differences(ONE.replace("pod-probes", "service-type"), FOUND)).hasSize(2);
  }

  @Test
  void aWaiverThatNothingNeedsIsNamed() {
    assertThat(differences(ONE))
        .containsExactly("waived, and not found: Deployment a/b: pod-probes");
  }

  @Test
  void aWaiverSaysWhyAndOnce() {
    assertThat(differences(ONE.replace("It has none.", "\" \""), FOUND))
        .containsExactly("The waiver of \"pod-probes\" gives no reason.");
    assertThat(differences(ONE + ONE, FOUND))
        .containsExactly("Deployment a/b: pod-probes is waived twice.");
    assertThat(differences(ONE.replace("objects", "object"), FOUND)).hasSize(2);
    assertThat(differences("a: b", FOUND)).contains("The waivers are no list.");
  }

  private static List<String> differences(String waivers, ScoreFinding... findings) {
    return Waivers.read(
            Yaml.read(
                waivers,
                problem -> {
                  throw new AssertionError(problem);
                }))
        .differences(List.of(findings));
  }
}
