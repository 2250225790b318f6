package io.tenantproof.sbom;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GoModulesTest {

  // As go version -m prints it.
  private static final List<String> LINES =
      List.of(
          "/scratch/argocd: go1.27.3",
          "\tpath\tgithub.com/argoproj/argo-cd/v3/cmd",
          "\tmod\texample.org/recipe\t(devel)\t",
          "\tdep\tgithub.com/BurntSushi/toml\tv1.5.0\th1:abc=",
          "\tdep\tk8s.io/api\tv0.0.0",
          "\t=>\tk8s.io/api\tv0.36.3\th1:def=",
          "\tdep\texample.org/own\tv1.0.0",
          "\t=>\t./own\t(devel)",
          "\tdep\texample.org/odd\tv2.0.0+incompatible\th1:ghi=",
          "\tbuild\t-trimpath=true");

  @TempDir private Path unpacked;

  @Test
  void modulesHaveTheVersionThatWasBuilt() {
    assertThat(parts())
        .extracting(Part::purl)
        .containsExactly(
            "pkg:golang/std@1.27.3",
            "pkg:golang/github.com/BurntSushi/toml@v1.5.0",
            "pkg:golang/k8s.io/api@v0.36.3",
            "pkg:golang/example.org/odd@v2.0.0%2Bincompatible");
  }

  @Test
  void theLicenceIsTheOneOfTheModulesFile() throws IOException {
    Path module = Files.createDirectories(unpacked.resolve("github.com/!burnt!sushi/toml@v1.5.0"));
    Files.writeString(
        module.resolve("COPYING"),
        """
        The MIT License (MIT)

        Permission is hereby granted, free of charge, to any person
        The above copyright notice and this permission notice shall be included
        """);

    assertThat(parts())
        .filteredOn(part -> part.name().endsWith("toml"))
        .singleElement()
        .extracting(Part::licences)
        .isEqualTo(List.of("MIT"));
  }

  @Test
  void aModuleWithoutATextThatIsKnownHasNone() throws IOException {
    Path module = Files.createDirectories(unpacked.resolve("k8s.io/api@v0.36.3"));
    Files.writeString(module.resolve("LICENSE"), "All rights reserved.");

    assertThat(parts())
        .filteredOn(part -> part.name().startsWith("k8s.io"))
        .singleElement()
        .extracting(Part::licences)
        .isEqualTo(List.of());
  }

  private List<Part> parts() {
    return new GoModules(unpacked).parts(LINES);
  }
}
