package io.tenantproof.release;

import io.tenantproof.engine.ContainerEngine;
import io.tenantproof.file.FileTree;
import io.tenantproof.git.Mirror;
import io.tenantproof.platform.Kit;
import io.tenantproof.platform.Platform;
import io.tenantproof.progress.Progress;
import io.tenantproof.scenario.Scenario;
import io.tenantproof.settings.Setting;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/**
 * The way of a new version to the tenants, as a team goes it that has a registry and a forge: both
 * run beside the platform for one test. What is merged at the forge is handed to the repository
 * that Argo CD reads, commit for commit, as a push mirror of the forge would.
 */
public final class Delivery implements AutoCloseable {

  private static final String OWN_VERSION = "0.1.0";

  private final Scenario scenario;
  private final Path folder;
  private final ContainerEngine engine;
  private final ToolContainer registry;
  private final ForgeServer forge;
  private final Mirror mirror;
  private final Cli cli;
  private final Version versions;

  private Delivery(
      Scenario scenario,
      Path folder,
      ContainerEngine engine,
      ToolContainer registry,
      ForgeServer forge) {
    Kit kit = scenario.platform().kit();
    this.scenario = scenario;
    this.folder = folder;
    this.engine = engine;
    this.registry = registry;
    this.forge = forge;
    this.mirror =
        new Mirror(
            scenario.session().orElseThrow().work(),
            forge.repository().toString(),
            forge.credentials());
    this.cli =
        new Cli(
            kit.home().resolve("platform/bin/tenantproof"),
            Map.of(Setting.HOME.variable(), kit.home().toString()));
    this.versions = new Version(kit, cli, folder);
  }

  /**
   * Starts a registry and a forge whose repository holds what Argo CD reads, with the images of
   * that registry.
   */
  public static Delivery of(Scenario scenario) {
    Assumptions.assumeTrue(
        scenario.session().isPresent(),
        "SKIPPED: the repository is a remote one, which tests do not write to");
    Kit kit = scenario.platform().kit();
    ContainerEngine engine = kit.engine(Progress.silent());
    ToolContainer registry =
        ToolContainer.start(kit, engine, "ghcr.io/tenantproof/registry", 5000, "/v2/");
    try {
      Path folder = Files.createTempDirectory("tenantproof-delivery");
      Delivery delivery =
          new Delivery(scenario, folder, engine, registry, ForgeServer.start(kit, engine));
      delivery.mirror.push();
      new ForgeCommits(delivery.forge, folder)
          .takeImagesFrom("%s/tenantproof/demo-api".formatted(registry.here()));
      return delivery;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (RuntimeException e) {
      registry.close();
      throw e;
    }
  }

  /** The tenants run the kit's own version, which the node has pulled from the registry. */
  public void isInUse() {
    NodeMirror node = NodeMirror.of(scenario.platform());
    node.lead(registry.here(), registry.inside(), folder);
    var _ = pushOwn(OWN_VERSION);
    scenario.isSettledAt(handOver());
  }

  /** Builds and pushes a version that says so. */
  public String push(String version) {
    return pushed(versions.saying(version), version);
  }

  /** Pushes a version that ends as soon as it starts. */
  public String pushCrashing(String tag) {
    return pushed(versions.crashing(), tag);
  }

  /** Pushes the kit's own version under a tag, with a digest that is no other tag's. */
  public String pushOwn(String tag) {
    return pushed(versions.own(), tag);
  }

  /** The image of a tag that nobody has pushed. */
  public String neverPushed(String tag) {
    return name(tag);
  }

  /** Promotes an image by the command line; what it printed. */
  public List<String> promote(String image, String... tenants) {
    return promoteWith(forge.promoter(), image, tenants);
  }

  /** The same with a token that the forge does not know. */
  public List<String> promoteAsNobody(String image, String... tenants) {
    return promoteWith("0".repeat(40), image, tenants);
  }

  private List<String> promoteWith(String token, String image, String... tenants) {
    List<String> words =
        new ArrayList<>(
            List.of(
                "promote",
                image,
                "--verify",
                "--forge",
                "gitea",
                "--forge-api",
                forge.address().toString()));
    words.addAll(chosen(tenants));
    return cli.with(
            Map.of(
                Setting.GIT_URL.variable(),
                forge.repository().toString(),
                Setting.GIT_REVISION.variable(),
                "main",
                "GITEA_TOKEN",
                token,
                "GITHUB_ACTOR",
                ForgeServer.PROMOTER))
        .run(words);
  }

  /** Merges the one request that is open, by the forge's API, and lets Argo CD know. */
  public String merge() {
    List<Integer> open = forge.open();
    if (open.size() != 1) {
      throw new IllegalStateException("expected one open request, found " + open);
    }
    forge.merge(open.getFirst());
    return handOver();
  }

  /** Waits by the command line until tenants run an image; what it printed. */
  public List<String> awaitRollout(String image, String... tenants) {
    List<String> words =
        new ArrayList<>(
            List.of(
                "rollout",
                "wait",
                "--image",
                image,
                "--provider",
                "kubeconfig",
                "--kubeconfig",
                scenario.platform().cluster().kubeconfig().toString()));
    words.addAll(chosen(tenants));
    return cli.run(words);
  }

  /** What is proposed: the forge's branches beside the one that Argo CD reads. */
  public List<String> proposals() {
    return forge.branches().stream().filter(name -> !name.equals("main")).toList();
  }

  /** The numbers of the requests that are open. */
  public List<Integer> openRequests() {
    return forge.open();
  }

  /** Who did what and when, from git, the newest first. */
  public List<Deed> history() {
    return Deed.of(mirror.origin());
  }

  private String handOver() {
    String commit = mirror.pull();
    Platform.refresh(scenario.argoCd(), scenario.platform().tenants());
    return commit;
  }

  private String pushed(Path archive, String tag) {
    return cli.answer(
        List.of(
            "image",
            "push",
            name(tag),
            "--archive",
            archive.toString(),
            "--label",
            "org.opencontainers.image.version=" + tag));
  }

  private String name(String tag) {
    return "%s/tenantproof/demo-api:%s".formatted(registry.here(), tag);
  }

  private static List<String> chosen(String... tenants) {
    return tenants.length == 0
        ? List.of("--all")
        : Stream.of(tenants).flatMap(name -> Stream.of("--tenant", name)).toList();
  }

  @Override
  public void close() {
    forge.close();
    registry.close();
    engine.close();
    new FileTree(folder).delete();
  }
}
