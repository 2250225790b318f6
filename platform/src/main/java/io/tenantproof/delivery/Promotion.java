package io.tenantproof.delivery;

import io.tenantproof.file.FileTree;
import io.tenantproof.forge.ChangeRequest;
import io.tenantproof.forge.Forge;
import io.tenantproof.forge.Proposal;
import io.tenantproof.git.Credentials;
import io.tenantproof.git.GitFailed;
import io.tenantproof.git.ProposalBranch;
import io.tenantproof.git.RemoteRepository;
import io.tenantproof.image.PinnedImage;
import io.tenantproof.tenant.TenantFiles;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.eclipse.jgit.lib.PersonIdent;

/**
 * An image on its way to tenants, as a change that somebody reviews. It is made in a clone of its
 * own: the working tree stays as it is.
 *
 * @param remote the repository that Argo CD reads
 * @param base the branch that it follows
 * @param choice which tenants
 * @param image that they are to run
 * @param checks what was checked of it before, a line each
 * @param run who promotes
 */
public record Promotion(
    RemoteRepository remote,
    String base,
    TenantChoice choice,
    PinnedImage image,
    List<String> checks,
    CiRun run) {

  /** Copies what it is given. */
  public Promotion {
    checks = List.copyOf(checks);
  }

  /** What became of a promotion. */
  public sealed interface Outcome {

    /** The tenants run the image already, or it is merged and on its way. */
    record Nothing() implements Outcome {}

    /**
     * What would be proposed.
     *
     * @param changes one a tenant
     */
    record Shown(List<ImageChange> changes) implements Outcome {}

    /**
     * It is proposed.
     *
     * @param changes one a tenant
     * @param request that is open for it
     * @param commit at the top of the branch
     */
    record Proposed(List<ImageChange> changes, ChangeRequest request, String commit)
        implements Outcome {}
  }

  /** Shows what would be proposed; nothing is pushed. */
  public Outcome show(Optional<Credentials> credentials) {
    return inClone(
        credentials,
        branch -> {
          List<ImageChange> changes = changes(branch.folder().resolve("gitops"));
          return changes.isEmpty() ? new Outcome.Nothing() : new Outcome.Shown(changes);
        });
  }

  /**
   * Proposes it: a branch of one commit, and a request that is open for it once.
   *
   * @throws RuntimeException when a step fails; the branch is then what it was before
   */
  public Outcome propose(Forge forge, Optional<Credentials> credentials) {
    return inClone(
        credentials,
        branch -> {
          List<ImageChange> changes = changes(branch.folder().resolve("gitops"));
          return changes.isEmpty() ? new Outcome.Nothing() : propose(forge, branch, changes);
        });
  }

  /** What changes in a tree of tenants' files. */
  public List<ImageChange> changes(Path gitops) {
    return new TenantImages(gitops).changes(choice.of(new TenantFiles(gitops).read()), image);
  }

  private Outcome propose(Forge forge, ProposalBranch branch, List<ImageChange> changes) {
    changes.forEach(ImageChange::write);
    PromotionText text = new PromotionText(image, changes, run, checks, choice);
    String commit =
        branch.commit(
            text.commit(), new PersonIdent(run.actor(), run.actor() + "@users.noreply.invalid"));
    boolean pushed = !branch.isThere();
    if (pushed) {
      branch.push();
    }
    try {
      ChangeRequest request =
          forge.propose(new Proposal(branch.name(), base, text.title(), text.body()));
      return new Outcome.Proposed(changes, request, commit);
    } catch (RuntimeException e) {
      throw undone(branch, pushed, e);
    }
  }

  // No branch without a request: a person would take it for one that is reviewed.
  private static RuntimeException undone(
      ProposalBranch branch, boolean pushed, RuntimeException failure) {
    String left;
    try {
      if (pushed) {
        branch.withdraw();
      }
      left =
          branch.before().isPresent()
              ? "The branch %s is what it was before.".formatted(branch.name())
              : "The branch %s was removed again; nothing is left.".formatted(branch.name());
    } catch (GitFailed e) {
      failure.addSuppressed(e);
      left =
          "The branch %s could not be taken back (%s): delete it, or run this again."
              .formatted(branch.name(), e.getMessage());
    }
    return new PromotionFailed("%s\n%s".formatted(failure.getMessage(), left), failure);
  }

  private Outcome inClone(
      Optional<Credentials> credentials,
      java.util.function.Function<ProposalBranch, Outcome> work) {
    try {
      Path folder = Files.createTempDirectory("tenantproof-promote");
      try (ProposalBranch branch =
          ProposalBranch.on(remote, base, choice.branch(), credentials, folder)) {
        return work.apply(branch);
      } finally {
        new FileTree(folder).delete();
      }
    } catch (IOException e) {
      throw new UncheckedIOException("no temporary folder for a clone", e);
    }
  }
}
