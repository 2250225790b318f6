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
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.Assumptions;

/**
 * The way of a new version to the tenants, as a team goes it that has a registry and a forge: both
 * run beside the platform for one test. What is merged at the forge is handed to the repository
 * that Argo CD reads, commit for commit, as a push mirror of the forge would.
 */
public final class Delivery implements AutoCloseable {

  /** The path of the tenants' image in the registry. */
  static final String IMAGE = "tenantproof/demo-api";

  private final Scenario scenario;
  private final Deque<Runnable> ends = new ArrayDeque<>();
  private final Path folder;
  private final ToolContainer registry;
  private final ForgeServer forge;
  private final Mirror mirror;
  private final Pipeline pipeline;

  private Delivery(Scenario scenario) throws IOException {
    this.scenario = scenario;
    try {
      Kit kit = scenario.platform().kit();
      folder = Files.createTempDirectory("tenantproof-delivery");
      ends.push(() -> new FileTree(folder).delete());
      ContainerEngine engine = kit.engine(Progress.silent());
      ends.push(engine::close);
      registry = ToolContainer.start(kit, engine, "ghcr.io/tenantproof/registry", 5000, "/v2/");
      ends.push(registry::close);
      forge = ForgeServer.start(kit, engine);
      ends.push(forge::close);
      mirror =
          new Mirror(
              scenario.session().orElseThrow().work(),
              forge.repository().toString(),
              forge.credentials());
      Cli cli =
          new Cli(
              kit.home().resolve("platform/bin/tenantproof"),
              Map.of(Setting.HOME.variable(), kit.home().toString()));
      pipeline =
          new Pipeline(
              cli,
              new Version(kit, cli, folder),
              registry.here(),
              forge,
              scenario.platform().cluster().kubeconfig());
    } catch (IOException | RuntimeException e) {
      close();
      throw e;
    }
  }

  /**
   * Starts a registry and a forge whose repository holds what Argo CD reads, with the images of
   * that registry. Nothing of it reaches the cluster.
   */
  public static Delivery of(Scenario scenario) {
    return begun(scenario, Delivery::offer);
  }

  /**
   * The same, where the node pulls from the registry and the cluster admits its images; a test on a
   * node that can't be told is skipped.
   */
  public static Delivery inUse(Scenario scenario) {
    return begun(scenario, Delivery::use);
  }

  private static Delivery begun(Scenario scenario, Consumer<Delivery> way) {
    Assumptions.assumeTrue(
        scenario.session().isPresent(),
        "SKIPPED: the repository is a remote one, which tests do not write to");
    try {
      Delivery delivery = new Delivery(scenario);
      try {
        way.accept(delivery);
        return delivery;
      } catch (RuntimeException e) {
        delivery.close();
        throw e;
      }
    } catch (IOException e) {
      throw new UncheckedIOException("no folder for images", e);
    }
  }

  private void offer() {
    mirror.push();
    commits().allow(repository());
    commits().takeImagesFrom(repository());
  }

  private void use() {
    NodeMirror node = NodeMirror.of(scenario.platform(), registry.here());
    ends.push(node::close);
    node.lead(registry.inside(), folder);
    mirror.push();
    commits().allow(repository());
    // Argo CD asks the API server what it would make of a change, which asks the policy.
    scenario.isSettledAt(handOver());
    commits().takeImagesFrom(repository());
  }

  private ForgeCommits commits() {
    return new ForgeCommits(forge, folder);
  }

  private String repository() {
    return "%s/%s".formatted(registry.here(), IMAGE);
  }

  /** What a pipeline does. */
  public Pipeline pipeline() {
    return pipeline;
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

  private String handOver() {
    String commit = mirror.pull();
    Platform.refresh(scenario.argoCd(), scenario.platform().tenants());
    return commit;
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

  /** Ends all that was started, in the opposite order; one that can't be ended keeps no other. */
  @Override
  public void close() {
    RuntimeException failure = null;
    while (!ends.isEmpty()) {
      try {
        ends.pop().run();
      } catch (RuntimeException e) {
        if (failure == null) {
          failure = e;
        } else {
          failure.addSuppressed(e);
        }
      }
    }
    if (failure != null) {
      throw failure;
    }
  }
}
