package io.tenantproof.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantproof.delivery.Promotion.Outcome;
import java.nio.file.Path;
import java.util.Optional;
import org.eclipse.jgit.revwalk.RevCommit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PromotionTest {

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
  void aPromotionIsOneCommitOnABranchWithARequest() throws Exception {
    repository.opensRequests();

    Outcome outcome = repository.propose("0.2.0");

    assertThat(outcome).isInstanceOf(Outcome.Proposed.class);
    RevCommit commit = repository.top(PromotedRepository.BRANCH);
    assertThat(((Outcome.Proposed) outcome).commit()).isEqualTo(commit.getName());
    assertThat(commit.getParents()).containsExactly(repository.top("main"));
    assertThat(commit.getAuthorIdent().getName()).isEqualTo("alice");
    assertThat(commit.getFullMessage())
        .startsWith("chore(gitops): promote demo-api 0.2.0 to tenant-b\n\n")
        .contains(
            "Image: " + PromotedRepository.image("0.2.0"),
            "Built-from: 0123456",
            "Promoted-by: alice");
    String body = repository.server().asked().getLast().body();
    assertThat(body)
        .contains("| tenant-b | staging | `0.1.0` | `0.2.0@" + TenantTree.DIGEST + "` |")
        .contains("https://forge/owner/kit/actions/runs/9", "- looked at", "rollout wait --image")
        .contains("promote %s:0.1.0 --no-digest --tenant tenant-b".formatted(TenantTree.REPOSITORY))
        .doesNotContain("tenant-a");
  }

  @Test
  void aLaterPromotionTakesThePlaceOfOneThatIsOpen() throws Exception {
    repository.opensRequests();
    repository.propose("0.2.0");
    repository.hasOpenRequest();
    repository.tree().with("tenant-c", "staging");
    repository.push("feat: a third tenant");

    repository.propose("0.3.0");

    assertThat(repository.top(PromotedRepository.BRANCH).getParents())
        .containsExactly(repository.top("main"));
    assertThat(repository.top(PromotedRepository.BRANCH).getFullMessage())
        .contains("0.3.0 to tenant-b, tenant-c");
    assertThat(repository.server().asked().getLast().method()).isEqualTo("PATCH");
  }

  @Test
  void theSamePromotionAgainPushesNothing() throws Exception {
    repository.opensRequests();
    repository.propose("0.2.0");
    RevCommit first = repository.top(PromotedRepository.BRANCH);
    repository.hasOpenRequest();

    repository.propose("0.2.0");

    assertThat(repository.top(PromotedRepository.BRANCH)).isEqualTo(first);
  }

  @Test
  void whatTheTenantsRunAlreadyIsNothingToDo() throws Exception {
    assertThat(repository.propose("0.1.0", Optional.empty())).isEqualTo(new Outcome.Nothing());

    assertThat(repository.branches()).containsExactly("refs/heads/main");
    assertThat(repository.server().asked()).isEmpty();
  }

  @Test
  void aShownPromotionPushesNothing() throws Exception {
    Outcome shown = repository.promotion(PromotedRepository.image("0.2.0")).show(Optional.empty());

    assertThat(((Outcome.Shown) shown).changes().getFirst().diff()).contains("+  tag: 0.2.0");
    assertThat(repository.branches()).containsExactly("refs/heads/main");
  }
}
