package io.tenantproof.cli;

import io.tenantproof.delivery.CheckedImage;
import io.tenantproof.delivery.CiRun;
import io.tenantproof.delivery.ImageChange;
import io.tenantproof.delivery.Promotion;
import io.tenantproof.delivery.Promotion.Outcome;
import io.tenantproof.git.RemoteRepository;
import io.tenantproof.image.PinnedImage;
import io.tenantproof.platform.Kit;
import io.tenantproof.registry.ImageRegistry;
import io.tenantproof.registry.Login;
import io.tenantproof.settings.Setting;
import java.io.PrintWriter;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Proposes another image for tenants. */
@Command(
    name = "promote",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = {
      "Propose an image for tenants: image.tag and image.digest in their files change, on a branch"
          + " with a pull or merge request. The working tree stays as it is.",
      "The token is taken from GITHUB_TOKEN, GITLAB_TOKEN or GITEA_TOKEN."
    })
final class PromoteCommand implements Callable<Integer> {

  @Spec private @Nullable CommandSpec spec;

  @Parameters(
      paramLabel = "IMAGE",
      description =
          "REPOSITORY:TAG@DIGEST, as image push prints it; without a digest the registry is asked",
      converter = PinnedConverter.class)
  private @Nullable PinnedImage image;

  @ArgGroup(multiplicity = "1")
  private @Nullable TenantOptions tenants;

  @ArgGroup private How how = new How();

  @Option(
      names = "--verify",
      description = "ask the registry whether the tag is there and names the digest")
  private boolean verify;

  @Option(
      names = "--no-digest",
      description = "ask no registry and write no digest: for images that no registry has")
  private boolean noDigest;

  @Mixin private ForgeOptions forge = new ForgeOptions();

  /** What is done with the change. */
  static final class How {
    @Option(names = "--dry-run", description = "print the change; nothing is pushed")
    private boolean dryRun;

    @Option(names = "--local", description = "change the working tree's files and nothing else")
    private boolean local;
  }

  @Override
  public Integer call() {
    CommandSpec command = Objects.requireNonNull(spec);
    Kit kit = TenantProof.kit(command);
    PrintWriter out = command.commandLine().getOut();
    Map<String, String> environment = System.getenv();
    CheckedImage checked = checked(environment);
    RemoteRepository remote = how.local ? new RemoteRepository("", "", "") : forge.remote(kit);
    Promotion promotion =
        new Promotion(
            remote,
            kit.settings().get(Setting.GIT_REVISION),
            Objects.requireNonNull(tenants).choice(),
            checked.image(),
            checked.checks(),
            CiRun.of(environment));
    if (how.local) {
      List<ImageChange> changes = promotion.changes(kit.editable());
      changes.forEach(ImageChange::write);
      print(changes.isEmpty() ? new Outcome.Nothing() : new Outcome.Shown(changes), out);
    } else if (how.dryRun) {
      print(promotion.show(forge.reader(remote, environment)), out);
    } else {
      print(
          promotion.propose(
              forge.forge(remote, environment), forge.credentials(remote, environment)),
          out);
    }
    out.flush();
    return 0;
  }

  private CheckedImage checked(Map<String, String> environment) {
    PinnedImage given = Objects.requireNonNull(image);
    if (noDigest) {
      return CheckedImage.unchecked(new PinnedImage(given.name(), java.util.Optional.empty()));
    }
    return verify || given.digest().isEmpty()
        ? CheckedImage.of(given, new ImageRegistry(Login.of(environment)))
        : CheckedImage.unchecked(given);
  }

  private static void print(Outcome outcome, PrintWriter out) {
    switch (outcome) {
      case Outcome.Nothing() ->
          out.println("Nothing to do: the tenants' files name that image already.");
      case Outcome.Shown(List<ImageChange> changes) ->
          changes.forEach(change -> out.print(change.diff()));
      case Outcome.Proposed(var changes, var request, var commit) -> {
        changes.forEach(
            change ->
                out.printf("%-20s %s → %s%n", change.tenant().name(), change.from(), change.to()));
        out.printf("Proposed by commit %s: %s%n", commit.substring(0, 7), request.page());
      }
    }
  }
}
