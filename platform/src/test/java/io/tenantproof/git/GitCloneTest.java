package io.tenantproof.git;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.eclipse.jgit.api.Git;
import org.eclipse.jgit.api.errors.GitAPIException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GitCloneTest {

  private static final Credentials NOBODY = new Credentials("nobody", "secret");

  @TempDir private Path folder;
  private GitClone clone;

  @BeforeEach
  void clonesAnEmptyRepository() throws GitAPIException {
    Git.init()
        .setBare(true)
        .setInitialBranch("main")
        .setDirectory(origin().toFile())
        .call()
        .close();
    clone = open("first");
  }

  @AfterEach
  void closes() {
    clone.close();
  }

  @Test
  void publishesAFolderWithItsLinksAndNothingTheSecondTime() throws IOException {
    Path tree = Files.createDirectories(folder.resolve("tree/tenants"));
    Files.writeString(tree.resolve("a.yaml"), "a: 1\n");
    Files.createSymbolicLink(folder.resolve("tree/link"), Path.of("tenants"));

    clone.mirror(folder.resolve("tree"), "gitops");
    String commit = clone.publish("feat: a tree");
    clone.mirror(folder.resolve("tree"), "gitops");

    assertThat(clone.publish("feat: the same tree")).isEqualTo(commit);
    try (GitClone other = open("second")) {
      assertThat(other.revision()).contains(commit);
      assertThat(other.read("gitops/tenants/a.yaml")).isEqualTo("a: 1\n");
      assertThat(other.folder().resolve("gitops/link")).isSymbolicLink();
    }
  }

  @Test
  void goesOnWhereItsRepositoryIsNow() throws IOException {
    clone.write("a.yaml", "a: 1\n");
    clone.publish("feat: a file");
    Path moved = Files.move(origin(), folder.resolve("moved.git"));

    clone.isAt(moved.toUri().toString());
    clone.write("a.yaml", "a: 2\n");
    String commit = clone.publish("feat: another value");

    try (GitClone other =
        GitClone.of(moved.toUri().toString(), "main", NOBODY, folder.resolve("second"))) {
      assertThat(other.revision()).contains(commit);
    }
  }

  @Test
  void aFileThatIsMissingInTheFolderGoes() throws IOException {
    Path tree = Files.createDirectories(folder.resolve("tree"));
    Files.writeString(tree.resolve("a.yaml"), "a: 1\n");
    Files.writeString(tree.resolve("b.yaml"), "b: 1\n");
    clone.mirror(tree, "gitops");
    clone.publish("feat: two files");

    Files.delete(tree.resolve("b.yaml"));
    clone.mirror(tree, "gitops");
    clone.publish("feat: one file");

    try (GitClone other = open("second")) {
      assertThat(other.folder().resolve("gitops/a.yaml")).exists();
      assertThat(other.folder().resolve("gitops/b.yaml")).doesNotExist();
    }
  }

  @Test
  void aRevertIsACommitOfItsOwn() {
    clone.write("a", "one");
    clone.publish("feat: one");
    clone.write("a", "two");
    String second = clone.publish("feat: two");

    String third = clone.revertLast();

    assertThat(third).isNotEqualTo(second);
    try (GitClone other = open("second")) {
      assertThat(other.read("a")).isEqualTo("one");
      assertThat(other.revision()).contains(third);
    }
  }

  @Test
  void aPushThatComesTooLateIsRefusedWithTheReason() {
    clone.write("a", "one");
    clone.publish("feat: one");
    try (GitClone late = open("late")) {
      clone.write("a", "two");
      clone.publish("feat: two");

      late.write("b", "three");
      assertThatThrownBy(() -> late.publish("feat: three"))
          .isInstanceOf(GitFailed.class)
          .hasMessageContaining("main was refused")
          .hasMessageContaining("NONFASTFORWARD");
    }
  }

  @Test
  void credentialsDoNotPrintTheirPassword() {
    assertThat(NOBODY).hasToString("nobody:***");
  }

  private GitClone open(String name) {
    return GitClone.of(origin().toUri().toString(), "main", NOBODY, folder.resolve(name));
  }

  private Path origin() {
    return folder.resolve("origin.git");
  }
}
