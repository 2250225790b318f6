package io.tenantproof.gates;

import static org.assertj.core.api.Assertions.assertThat;

import com.marcnuri.helm.Helm;
import io.tenantproof.file.FileTree;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** A case that adds to the workload's chart renders; else its spec would fail for that reason. */
class CasesRenderTest {

  private static final String CHART = "charts/demo-api";

  static Stream<Path> cases() throws IOException {
    try (Stream<Path> all = Files.list(folder())) {
      return all
          .filter(one -> Files.isDirectory(one.resolve(CHART + "/templates")))
          .sorted()
          .toList()
          .stream();
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("cases")
  void addsToTheFirstTenantAlone(Path folder, @TempDir Path gitops) throws IOException {
    new FileTree(SourceTree.find().root().resolve("gitops")).copyTo(gitops);
    // The file is named; of the link Helm would only tell, at each look.
    Files.delete(gitops.resolve(CHART + "/tenants"));
    List<Object> before = rendered(gitops, "tenant-a");
    new FileTree(folder).copyTo(gitops);

    assertThat(rendered(gitops, "tenant-a")).hasSizeGreaterThan(before.size());
    assertThat(rendered(gitops, "tenant-b")).hasSameSizeAs(before);
  }

  private static List<Object> rendered(Path gitops, String tenant) {
    String yaml =
        new Helm(gitops.resolve(CHART))
            .template()
            .withName("demo-api")
            .withNamespace(tenant)
            .withValuesFile(gitops.resolve("tenants/%s-values.yaml".formatted(tenant)))
            .call();
    Iterable<Object> documents =
        new Load(LoadSettings.builder().setAllowDuplicateKeys(false).build())
            .loadAllFromString(yaml);
    return Stream.iterate(documents.iterator(), Iterator::hasNext, all -> all)
        .map(Iterator::next)
        .filter(Objects::nonNull)
        .toList();
  }

  private static Path folder() {
    return SourceTree.find().root().resolve("e2e-tests/src/test/resources/cases");
  }
}
