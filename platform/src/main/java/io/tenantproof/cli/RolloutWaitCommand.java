package io.tenantproof.cli;

import io.tenantproof.argocd.ArgoCd;
import io.tenantproof.cluster.Cluster;
import io.tenantproof.cluster.RunningImages;
import io.tenantproof.delivery.Rollout;
import io.tenantproof.image.PinnedImage;
import io.tenantproof.platform.Kit;
import io.tenantproof.platform.Platform;
import io.tenantproof.platform.PlatformUp;
import io.tenantproof.platform.Pods;
import io.tenantproof.platform.RunningCluster;
import io.tenantproof.progress.ConsoleProgress;
import io.tenantproof.progress.Progress;
import io.tenantproof.tenant.Tenant;
import io.tenantproof.tenant.TenantFiles;
import io.tenantproof.wait.Await;
import io.tenantproof.wait.NotMet;
import java.io.PrintWriter;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Waits until tenants run what was merged. */
@Command(
    name = "wait",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description =
        "Wait until the tenants' Applications are Synced and Healthy with a revision or an image,"
            + " or say why they are not; --wait-seconds bounds it.")
final class RolloutWaitCommand implements Callable<Integer> {

  @Spec private @Nullable CommandSpec spec;

  @Option(
      names = "--revision",
      paramLabel = "COMMIT",
      description = "the commit that Argo CD is to reach, 40 digits")
  private @Nullable String revision;

  @Option(
      names = "--image",
      paramLabel = "IMAGE",
      description = "the image that the workloads are to run, as promote was given it",
      converter = PinnedConverter.class)
  private @Nullable PinnedImage image;

  @Option(
      names = "--refresh",
      description = "let Argo CD look at git now; needs the right to annotate Applications")
  private boolean refresh;

  @ArgGroup(multiplicity = "1")
  private @Nullable TenantOptions tenants;

  @Override
  public Integer call() {
    CommandSpec command = Objects.requireNonNull(spec);
    requireGoal(command);
    Kit kit = TenantProof.kit(command);
    List<Tenant> chosen =
        Objects.requireNonNull(tenants).choice().of(new TenantFiles(kit.gitops()).read());
    Rollout rollout =
        new Rollout(chosen, Optional.ofNullable(revision), Optional.ofNullable(image));
    PrintWriter out = command.commandLine().getOut();
    try (ConsoleProgress progress = TenantProof.progress(out);
        Progress.Step step = progress.begin("rollout");
        Cluster cluster = new RunningCluster(kit).look()) {
      ArgoCd argoCd = new ArgoCd(cluster.client());
      if (refresh) {
        Platform.refresh(argoCd, chosen);
      }
      try {
        Await.atMost(PlatformUp.wait(kit))
            .telling(step::detail)
            .until(rollout.reached(argoCd, new RunningImages(cluster.client())));
      } catch (NotMet e) {
        throw new RolloutFailed(e, cluster, chosen);
      }
      step.done(String.join(", ", chosen.stream().map(Tenant::name).toList()));
    }
    return 0;
  }

  private void requireGoal(CommandSpec command) {
    if (revision == null && image == null) {
      throw new ParameterException(
          command.commandLine(), "Name what to wait for: --revision COMMIT or --image IMAGE.");
    }
    if (revision != null && !revision.matches("[0-9a-f]{40}")) {
      throw new ParameterException(
          command.commandLine(),
          "--revision: expected a commit's 40 digits, as git rev-parse prints them, found \"%s\"."
              .formatted(revision));
    }
  }

  /** A rollout that did not come to its end, with what the pods say. */
  private static final class RolloutFailed extends RuntimeException {
    private static final long serialVersionUID = 1L;

    RolloutFailed(NotMet cause, Cluster cluster, List<Tenant> tenants) {
      super(
          "%s%s\nThe pods of the version before serve on. To roll back, revert the merge, or promote what ran before."
              .formatted(cause.getMessage(), pods(cluster, tenants)),
          cause);
    }

    private static String pods(Cluster cluster, List<Tenant> tenants) {
      return tenants.stream()
          .map(tenant -> new Pods(cluster.client(), tenant.namespace()).notReady())
          .filter(text -> !text.isEmpty())
          .map(text -> "\nPods: " + text)
          .collect(java.util.stream.Collectors.joining());
    }
  }
}
