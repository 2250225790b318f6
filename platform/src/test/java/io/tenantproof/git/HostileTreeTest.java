package io.tenantproof.git;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tenantproof.command.Command;
import java.io.File;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.jgit.api.Git;
import org.eclipse.jgit.api.errors.GitAPIException;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.treewalk.TreeWalk;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is pushed is the tree, the whole tree and nothing of the machine around it. */
class HostileTreeTest {

  private static final Credentials NOBODY = new Credentials("nobody", "secret");

  @TempDir private Path folder;
  private Path tree;
  private GitClone clone;

  @BeforeEach
  void aTreeBesideASecret() throws IOException, GitAPIException {
    tree = Files.createDirectories(folder.resolve("tree"));
    Files.writeString(tree.resolve("a.yaml"), "a: 1\n");
    Files.createDirectories(folder.resolve("outside"));
    Files.writeString(folder.resolve("outside/secret"), "secret\n");
    Git.init().setBare(true).setInitialBranch("main").setDirectory(origin()).call().close();
    clone =
        GitClone.of(
            folder.resolve("origin.git").toUri().toString(),
            "main",
            NOBODY,
            folder.resolve("clone"));
  }

  @AfterEach
  void closes() {
    clone.close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"../outside", "../outside/secret", "/etc/passwd", "..", "a/../../outside"})
  void aLinkThatLeavesTheTreeIsNamedAndNothingIsPushed(String target) throws IOException {
    Files.createSymbolicLink(tree.resolve("link"), Path.of(target));

    assertThatThrownBy(() -> clone.mirror(tree, "gitops"))
        .isInstanceOf(GitFailed.class)
        .hasMessageContaining("link is a link to " + target + ", outside of the tree");
    assertThat(clone.folder().resolve("gitops")).doesNotExist();
    assertThat(clone.revision()).isEmpty();
  }

  @Test
  void aLinkByWayOfAnotherOneLeavesTheTreeToo() throws IOException {
    Path deep = Files.createDirectories(tree.resolve("x/y"));
    Files.createSymbolicLink(tree.resolve("here"), tree.relativize(deep));
    Files.createSymbolicLink(tree.resolve("b"), Path.of("here/../../../outside"));

    assertThatThrownBy(() -> clone.mirror(tree, "gitops")).isInstanceOf(GitFailed.class);
  }

  @Test
  void aRepositoryInTheTreeIsPushedAsItsFiles() throws Exception {
    Git.init().setDirectory(tree.toFile()).call().close();
    Git.init().setDirectory(tree.resolve("sub").toFile()).call().close();
    Files.writeString(tree.resolve("sub/b.yaml"), "b: 1\n");
    Files.createDirectories(tree.resolve("c/.GIT/hooks"));
    Files.writeString(tree.resolve("c/.GIT/hooks/pre-commit"), "#!/bin/sh\n");
    Files.createDirectories(tree.resolve("d"));
    Files.writeString(tree.resolve("d/.git"), "gitdir: ../../outside\n");
    Files.writeString(tree.resolve("d/d.yaml"), "d: 1\n");

    assertThat(pushed()).containsExactly("gitops/a.yaml", "gitops/d/d.yaml", "gitops/sub/b.yaml");
  }

  @Test
  void aTreeThatIsNamedByALinkIsPushedAsAFolder() throws Exception {
    tree = Files.createSymbolicLink(folder.resolve("named"), tree);

    assertThat(pushed()).containsExactly("gitops/a.yaml");
  }

  @Test
  void neitherAPipeNorAHugeFileIsPushed() throws IOException {
    Command.of("mkfifo", tree.resolve("pipe").toString()).run();
    assertThatThrownBy(() -> clone.mirror(tree, "gitops"))
        .isInstanceOf(GitFailed.class)
        .hasMessageContaining("pipe is no file");

    Files.delete(tree.resolve("pipe"));
    try (RandomAccessFile huge = new RandomAccessFile(tree.resolve("huge").toFile(), "rw")) {
      huge.setLength(1L << 33);
    }
    assertThatThrownBy(() -> clone.mirror(tree, "gitops"))
        .isInstanceOf(GitFailed.class)
        .hasMessageContaining("huge is 8,589,934,592 bytes long");
  }

  @Test
  void aLinkInARepositoryLeadsNoWriterOutOfIt() throws IOException {
    Files.createSymbolicLink(clone.folder().resolve("out"), folder.resolve("outside"));
    Files.createSymbolicLink(clone.folder().resolve("new"), folder.resolve("outside/new"));

    for (String path : List.of("out/secret", "out/new/file", "new", "../outside/secret")) {
      assertThatThrownBy(() -> clone.write(path, "x")).isInstanceOf(GitFailed.class);
      assertThatThrownBy(() -> clone.read(path)).isInstanceOf(GitFailed.class);
      assertThatThrownBy(() -> clone.delete(path)).isInstanceOf(GitFailed.class);
    }
    assertThatThrownBy(() -> clone.overlay(tree, "out")).isInstanceOf(GitFailed.class);
    assertThatThrownBy(() -> clone.mirror(tree, "out")).isInstanceOf(GitFailed.class);
    assertThat(folder.resolve("outside")).isDirectoryContaining("glob:**/secret");
    assertThat(folder.resolve("outside/secret")).hasContent("secret");
    assertThat(folder.resolve("outside/new")).doesNotExist();
  }

  private List<String> pushed() throws IOException {
    clone.mirror(tree, "gitops");
    clone.publish("feat: a tree");
    List<String> paths = new ArrayList<>();
    Repository repository = clone.git().getRepository();
    try (TreeWalk walk = new TreeWalk(repository)) {
      walk.addTree(repository.resolve("HEAD^{tree}"));
      walk.setRecursive(true);
      while (walk.next()) {
        assertThat(walk.getFileMode(0)).isEqualTo(FileMode.REGULAR_FILE);
        paths.add(walk.getPathString());
      }
    }
    return paths;
  }

  private File origin() {
    return folder.resolve("origin.git").toFile();
  }
}
