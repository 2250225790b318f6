package io.tenantproof.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tenantproof.git.GitFailed;
import io.tenantproof.git.RemoteRepository;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.eclipse.jgit.lib.PersonIdent;
import org.eclipse.jgit.revwalk.RevCommit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PromotionTroubleTest {

  @TempDir private Path folder;
  private PromotedRepository repository;

  @BeforeEach
  void holdsTwoTenants() throws Exception {
    repository = new PromotedRepository(folder);
  }

  @AfterEach
  void close() {
    repository.close();
  }

  @Test
  void aBranchWhoseRequestIsRefusedIsRemovedAgain() throws Exception {
    repository
        .server()
        .answers(PromotedRepository.PULLS, 403, "{\"message\":\"not permitted to create\"}");

    assertThatThrownBy(() -> repository.propose("0.2.0"))
        .isInstanceOf(PromotionFailed.class)
        .hasMessageContaining("not permitted to create", "Allow GitHub Actions to create")
        .hasMessageEndingWith(
            "The branch %s was removed again; nothing is left."
                .formatted(PromotedRepository.BRANCH));
    assertThat(repository.branches()).containsExactly("refs/heads/main");
  }

  @Test
  void aBranchThatWasThereIsSetBackWhenTheRequestIsRefused() throws Exception {
    repository.opensRequests();
    repository.propose("0.2.0");
    RevCommit first = repository.top(PromotedRepository.BRANCH);
    repository.server().answers(PromotedRepository.PULLS, 401, "{}");

    assertThatThrownBy(() -> repository.propose("0.3.0"))
        .hasMessageEndingWith(
            "The branch %s is what it was before.".formatted(PromotedRepository.BRANCH));
    assertThat(repository.top(PromotedRepository.BRANCH)).isEqualTo(first);
  }

  @Test
  void ofTwoPromotionsAtOnceTheSecondIsTold() throws Exception {
    repository.opensRequests();
    try (io.tenantproof.git.ProposalBranch late =
        io.tenantproof.git.ProposalBranch.on(
            repository.remote(),
            "main",
            PromotedRepository.BRANCH,
            Optional.empty(),
            folder.resolve("late"))) {
      repository.propose("0.2.0");
      RevCommit first = repository.top(PromotedRepository.BRANCH);

      new TenantTree(late.folder().resolve("gitops")).with("tenant-b", "production");
      late.commit("chore: late", new PersonIdent("bob", "bob@example.com"));
      assertThatThrownBy(late::push)
          .isInstanceOf(GitFailed.class)
          .hasMessageContaining(
              PromotedRepository.BRANCH + " was moved by somebody else in the meantime");
      assertThat(repository.top(PromotedRepository.BRANCH)).isEqualTo(first);
    }
  }

  @Test
  void aRepositoryOrBranchThatIsNotThereIsNamed() {
    RemoteRepository absent = RemoteRepository.of(folder.resolve("absent.git").toString());
    assertThatThrownBy(
            () ->
                new Promotion(
                        absent,
                        "main",
                        PromotedRepository.staging(),
                        PromotedRepository.image("0.2.0"),
                        List.of(),
                        PromotedRepository.RUN)
                    .show(Optional.empty()))
        .isInstanceOf(GitFailed.class)
        .hasMessageContaining("absent.git can't be read");
    assertThatThrownBy(
            () ->
                new Promotion(
                        repository.remote(),
                        "release",
                        PromotedRepository.staging(),
                        PromotedRepository.image("0.2.0"),
                        List.of(),
                        PromotedRepository.RUN)
                    .show(Optional.empty()))
        .isInstanceOf(GitFailed.class)
        .hasMessageContaining("release");
  }
}
