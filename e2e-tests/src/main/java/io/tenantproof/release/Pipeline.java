package io.tenantproof.release;

import io.tenantproof.settings.Setting;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What a pipeline does on the way of a version, each step by the command line.
 *
 * @param cli the command line
 * @param versions that it builds
 * @param registry where images go
 * @param forge where changes are proposed
 * @param kubeconfig of the cluster that rollouts are awaited in
 */
public record Pipeline(
    Cli cli, Version versions, String registry, ForgeServer forge, Path kubeconfig) {

  private static final String NOBODY = "0".repeat(40);

  /** Builds and pushes a version that says so. */
  public String push(String version) {
    return pushed(versions.saying(version), version);
  }

  /** Pushes a version that ends as soon as it starts. */
  public String pushCrashing(String tag) {
    return pushed(versions.crashing(), tag);
  }

  /** Pushes an image that is proposed and never merged. */
  public String pushEmpty(String tag) {
    return pushed(versions.empty(), tag);
  }

  /** Pushes the kit's own version under a tag, with a digest that is no other tag's. */
  public String pushOwn(String tag) {
    return pushed(versions.own(), tag);
  }

  /** The image of a tag that nobody has pushed. */
  public String neverPushed(String tag) {
    return name(tag);
  }

  /** Proposes an image for tenants, for all where none is named; what was printed. */
  public List<String> promote(String image, String... tenants) {
    return promoteWith(forge.promoter(), image, tenants);
  }

  /** The same with a token that the forge does not know. */
  public List<String> promoteAsNobody(String image, String... tenants) {
    return promoteWith(NOBODY, image, tenants);
  }

  private List<String> promoteWith(String token, String image, String... tenants) {
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
        .run(
            words(
                List.of(
                    "promote",
                    image,
                    "--verify",
                    "--forge",
                    "gitea",
                    "--forge-api",
                    forge.address().toString()),
                tenants));
  }

  /** Waits until tenants run an image; what was printed. */
  public List<String> awaitRollout(String image, Duration time, String... tenants) {
    return cli.with(
            Map.of(
                Setting.PROVIDER.variable(),
                "kubeconfig",
                Setting.KUBECONFIG.variable(),
                kubeconfig.toString(),
                Setting.WAIT_SECONDS.variable(),
                String.valueOf(time.toSeconds())))
        .run(words(List.of("rollout", "wait", "--image", image), tenants));
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
    return "%s/%s:%s".formatted(registry, Delivery.IMAGE, tag);
  }

  private static List<String> words(List<String> first, String... tenants) {
    List<String> all = new ArrayList<>(first);
    all.addAll(
        tenants.length == 0
            ? List.of("--all")
            : Stream.of(tenants).flatMap(name -> Stream.of("--tenant", name)).toList());
    return all;
  }
}
