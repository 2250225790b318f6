package io.tenantproof.gates;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/**
 * What the specs prove on a live cluster, the charts say already: kube-score finds nothing in them
 * but what is waived with a reason, and each waiver is needed.
 */
class StaticTwinTest {

  private static final String DOCUMENT = "docs/static-checks.md";

  private static final KubeScore KUBE_SCORE = KubeScore.ofTheRepository();

  private final SourceTree tree = SourceTree.find();

  @TempDir private Path folder = Path.of("");

  @BeforeAll
  static void needsGo() {
    Optional<String> missing = KUBE_SCORE.missing();
    assumeTrue(missing.isEmpty(), () -> missing.orElse(""));
  }

  @Test
  void theChartsAreAsAgreed() {
    Waivers waivers =
        Waivers.read(
            Yaml.read(
                SourceTree.text(KUBE_SCORE.module().resolve("waivers.yaml")).orElseThrow(),
                StaticTwinTest::fail));

    assertThat(waivers.differences(KUBE_SCORE.findings(new AllCharts(folder).objects()))).isEmpty();
  }

  @Test
  void aPodThatIsNotAsAgreedIsFound() {
    JsonNode pod =
        Yaml.read(
            """
            apiVersion: v1
            kind: Pod
            metadata: {name: careless, namespace: tenant-a}
            spec:
              containers:
              - name: careless
                image: careless:latest
                securityContext: {privileged: true}
            """,
            StaticTwinTest::fail);

    assertThat(KUBE_SCORE.findings(List.of(pod)))
        .allSatisfy(one -> assertThat(one.object()).isEqualTo("Pod tenant-a/careless"))
        .extracting(ScoreFinding::check)
        .contains(
            "container-security-context-privileged",
            "container-image-tag",
            "container-resources",
            "container-seccomp-profile",
            "pod-networkpolicy");
  }

  @Test
  void eachCheckIsInTheDocument() {
    String document = SourceTree.text(tree.root().resolve(DOCUMENT)).orElseThrow();

    assertThat(KUBE_SCORE.checks())
        .hasSizeGreaterThan(20)
        .allSatisfy(check -> assertThat(document).as(DOCUMENT).contains("`" + check + "`"));
  }

  private static void fail(String problem) {
    throw new AssertionError(problem);
  }
}
