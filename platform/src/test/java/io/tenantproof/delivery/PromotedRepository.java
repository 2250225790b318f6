package io.tenantproof.delivery;

import io.tenantproof.delivery.Promotion.Outcome;
import io.tenantproof.forge.Forge;
import io.tenantproof.forge.ForgeKind;
import io.tenantproof.git.RemoteRepository;
import io.tenantproof.http.StubServer;
import io.tenantproof.image.PinnedImage;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.jgit.api.Git;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.revwalk.RevCommit;

/** A repository of two tenants with a forge beside it, and promotions to its staging. */
final class PromotedRepository implements AutoCloseable {

  static final String PULLS = "/repos/owner/kit/pulls";
  static final String BRANCH = "promote/environments/staging";
  private static final String PULL =
      """
      {"number": 7, "html_url": "https://forge/7", "head": {"ref": "%s",
       "repo": {"full_name": "owner/kit"}}, "base": {"ref": "main"}}
      """
          .formatted(BRANCH);
  static final CiRun RUN =
      CiRun.of(
          Map.of(
              "GITHUB_ACTOR", "alice",
              "GITHUB_SHA", "0123456789abcdef0123456789abcdef01234567",
              "GITHUB_RUN_ID", "9",
              "GITHUB_SERVER_URL", "https://forge",
              "GITHUB_REPOSITORY", "owner/kit"));

  private final Path folder;
  private final StubServer server = new StubServer();
  private final Git origin;
  private final Git work;

  PromotedRepository(Path folder) throws Exception {
    this.folder = folder;
    origin =
        Git.init()
            .setBare(true)
            .setInitialBranch("main")
            .setDirectory(folder.resolve("origin.git").toFile())
            .call();
    work =
        Git.cloneRepository()
            .setURI(folder.resolve("origin.git").toUri().toString())
            .setDirectory(folder.resolve("work").toFile())
            .call();
    TenantTree.in(folder.resolve("work/gitops"))
        .with("tenant-a", "production")
        .with("tenant-b", "staging");
    push("feat: two tenants");
  }

  @Override
  public void close() {
    work.close();
    origin.close();
    server.close();
  }

  /** The forge. */
  StubServer server() {
    return server;
  }

  /** The tenants' files as somebody works on them. */
  TenantTree tree() {
    return new TenantTree(folder.resolve("work/gitops"));
  }

  Outcome propose(String tag) {
    return propose(tag, Optional.of(TenantTree.DIGEST));
  }

  Outcome propose(String tag, Optional<String> digest) {
    Forge forge =
        Forge.at(ForgeKind.GITHUB, server.uri(), "owner/kit", "token", Duration.ofSeconds(2));
    return promotion(new PinnedImage(image(tag).name(), digest)).propose(forge, Optional.empty());
  }

  Promotion promotion(PinnedImage image) {
    return new Promotion(remote(), "main", staging(), image, List.of("looked at"), RUN);
  }

  RemoteRepository remote() {
    return RemoteRepository.of(folder.resolve("origin.git").toString());
  }

  static TenantChoice staging() {
    return new TenantChoice.OfEnvironment("staging");
  }

  static PinnedImage image(String tag) {
    return PinnedImage.parse("%s:%s@%s".formatted(TenantTree.REPOSITORY, tag, TenantTree.DIGEST));
  }

  void opensRequests() {
    server.answers(PULLS, 200, "[]").answersOnce("POST", PULLS, 201, PULL, Map.of());
  }

  void push(String message) throws Exception {
    work.add().addFilepattern(".").call();
    work.commit().setMessage(message).setAuthor("t", "t@example.com").setSign(false).call();
    work.push().setRemote("origin").add("HEAD:refs/heads/main").call();
  }

  List<String> branches() throws Exception {
    return origin.branchList().call().stream().map(ref -> ref.getName()).toList();
  }

  RevCommit top(String branch) throws Exception {
    ObjectId id = origin.getRepository().resolve("refs/heads/" + branch);
    return origin.getRepository().parseCommit(id);
  }

  void hasOpenRequest() {
    server.answers(PULLS, 200, "[" + PULL + "]").answers(PULLS + "/7", 200, PULL);
  }
}
