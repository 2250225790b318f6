package io.tenantproof.scenario;

import io.tenantproof.git.GitClone;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;

/** What a commit of a spec brings: a folder among the resources, named by the behaviour. */
final class CaseFolder {

  private CaseFolder() {}

  /** Lays the files of cases over a repository, one after the other. */
  static void layOver(GitClone work, String... names) {
    List.of(names).forEach(name -> work.overlay(of(name), "gitops"));
  }

  private static Path of(String name) {
    URL folder =
        Objects.requireNonNull(
            Thread.currentThread().getContextClassLoader().getResource("cases/" + name),
            () -> "there is no case " + name);
    try {
      return Path.of(new URI(folder.toString()));
    } catch (URISyntaxException e) {
      throw new IllegalStateException("the case %s is in no folder".formatted(name), e);
    }
  }
}
