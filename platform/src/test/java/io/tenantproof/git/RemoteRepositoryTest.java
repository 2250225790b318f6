package io.tenantproof.git;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.eclipse.jgit.api.Git;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RemoteRepositoryTest {

  @ParameterizedTest
  @CsvSource({
    "https://github.com/Owner/kit.git, https://github.com/Owner/kit.git, github.com, Owner/kit",
    "https://me:s3cret@git.example.com:8443/a/b/c/, https://git.example.com:8443/a/b/c/,"
        + " git.example.com, a/b/c",
    "https://s3cret@github.com/o/kit, https://github.com/o/kit, github.com, o/kit",
    "git@github.com:o/kit.git, https://github.com/o/kit.git, github.com, o/kit",
    "ssh://git@git.example.com:2222/o/kit.git, https://git.example.com/o/kit.git, git.example.com,"
        + " o/kit",
  })
  void anAddressIsReadWithoutWhoAsks(String address, String uri, String host, String path) {
    assertThat(RemoteRepository.of(address)).isEqualTo(new RemoteRepository(uri, host, path));
  }

  @Test
  void whatIsNoAddressIsRefusedAndNotPrinted() {
    assertThatThrownBy(() -> RemoteRepository.of(""))
        .isInstanceOf(GitFailed.class)
        .hasMessageContaining("https://HOST/OWNER/REPOSITORY.git");
  }

  @Test
  void theOriginOfAFolderIsFound(@TempDir Path folder) throws Exception {
    assertThat(RemoteRepository.originOf(folder)).isEmpty();
    try (Git git = Git.init().setDirectory(folder.toFile()).call()) {
      assertThat(RemoteRepository.originOf(folder)).isEmpty();
      git.getRepository().getConfig().setString("remote", "origin", "url", "https://g.de/o/r");
      git.getRepository().getConfig().save();
    }

    assertThat(RemoteRepository.originOf(folder).orElseThrow().path()).isEqualTo("o/r");
  }
}
