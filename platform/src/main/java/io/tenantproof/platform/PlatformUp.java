package io.tenantproof.platform;

import io.fabric8.kubernetes.client.KubernetesClientException;
import io.tenantproof.argocd.ArgoCd;
import io.tenantproof.cluster.Cluster;
import io.tenantproof.cluster.K3dProvider;
import io.tenantproof.helm.HelmRelease;
import io.tenantproof.image.CatalogueEntry.Role;
import io.tenantproof.progress.Progress;
import io.tenantproof.settings.Setting;
import io.tenantproof.tenant.Tenant;
import io.tenantproof.tenant.TenantFiles;
import io.tenantproof.wait.Await;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * Brings a platform up: files checked, cluster, Argo CD, git, sync. What is there already is
 * brought to what is wanted, so a second run is a quick one.
 *
 * @param kit whose platform it is
 * @param request what is wanted
 * @param progress is told each step
 */
public record PlatformUp(Kit kit, PlatformRequest request, Progress progress) {

  /**
   * Does it.
   *
   * @throws io.tenantproof.tenant.BadTenantFile before anything is changed
   * @throws RuntimeException with the reason and what to do, whatever step fails
   */
  public Platform run() {
    checkSettings();
    List<Tenant> tenants = checkedTenants();
    ClusterUp.Result up = new ClusterUp(kit, request, progress).run();
    Cluster cluster = up.cluster();
    try {
      Source source = Source.of(kit.settings());
      Foreign.refuse(cluster.client(), tenants);
      install(cluster, source);
      String commit = source.inCluster() ? push(cluster) : source.commit();
      Bootstrap bootstrap = new Bootstrap(cluster.client(), source);
      Stack stack = up.stack().or(bootstrap::stack).orElseGet(() -> stock(cluster));
      settle(bootstrap, stack, tenants, commit);
      return new Platform(kit, cluster, source, commit, tenants, stack, up.created());
    } catch (KubernetesClientException e) {
      cluster.close();
      throw new PlatformFailed(refused(cluster, e), e);
    } catch (RuntimeException e) {
      cluster.close();
      throw e;
    }
  }

  // A wrong setting must not show itself when half of the work is done.
  private void checkSettings() {
    wait(kit);
    var _ = ClusterUp.nodes(kit);
    if (ClusterSource.of(kit.settings()) == ClusterSource.K3D) {
      new K3dProvider().requireInstalled();
    }
    kit.settings().choice(Setting.KEEP, Keep.class);
    kit.shop();
  }

  private List<Tenant> checkedTenants() {
    try (Progress.Step step = progress.begin("tenant files")) {
      List<Tenant> tenants = new TenantFiles(kit.gitops()).read();
      step.done(String.join(", ", tenants.stream().map(Tenant::name).toList()));
      return tenants;
    }
  }

  private Stack stock(Cluster cluster) {
    return NodeStock.of(cluster.client()).stack(kit.shop().catalogue().needs(Role.PLATFORM));
  }

  private void install(Cluster cluster, Source source) {
    try (Progress.Step step = progress.begin("Argo CD")) {
      new OwnNamespace(ArgoCd.NAMESPACE).ensure(cluster.client());
      step.detail("installing the chart argo-cd");
      boolean installed =
          new HelmRelease("argocd", ArgoCd.NAMESPACE, kit.chart("argo-cd"), values(source))
              .apply(cluster);
      if (source.inCluster()) {
        new OwnNamespace(GitServer.NAMESPACE).ensure(cluster.client());
        step.detail("installing the chart git-server");
        GitServer gitServer = new GitServer(cluster);
        installed |= gitServer.install(kit);
        new Bootstrap(cluster.client(), source).register(gitServer.reader());
        await(step).until(new Pods(cluster.client(), GitServer.NAMESPACE).ready());
      }
      await(step).until(new Pods(cluster.client(), ArgoCd.NAMESPACE).ready());
      step.done(installed ? "all pods are ready" : "unchanged, all pods are ready");
    }
  }

  // Argo CD may reach the git server and nothing else; a remote repository can be anywhere.
  private static Map<String, Object> values(Source source) {
    return source.inCluster()
        ? Map.of()
        : Map.of("networkPolicy", Map.of("git", List.of(), "gitEgressCidrs", List.of("0.0.0.0/0")));
  }

  private String push(Cluster cluster) {
    try (Progress.Step step = progress.begin("git");
        GitServer.Session session = new GitServer(cluster).open()) {
      session.work().mirror(kit.gitops(), "gitops");
      String commit = session.work().publish("chore(gitops): sync the working tree");
      step.done("gitops is at " + commit.substring(0, 7));
      return commit;
    }
  }

  private void settle(Bootstrap bootstrap, Stack stack, List<Tenant> tenants, String commit) {
    ArgoCd argoCd = new ArgoCd(bootstrap.client());
    try (Progress.Step step = progress.begin("tenants")) {
      bootstrap.apply(kit.gitops(), stack);
      Platform.sync(argoCd, tenants, commit, await(step));
      step.done(
          "%s Synced and Healthy at %s"
              .formatted(
                  String.join(", ", tenants.stream().map(Tenant::name).toList()),
                  commit.substring(0, 7)));
    }
    try (Progress.Step step = progress.begin("observability")) {
      await(step).until(Platform.componentsSettled(argoCd, commit));
      step.done("Synced and Healthy");
    }
  }

  private Await await(Progress.Step step) {
    return Await.atMost(wait(kit)).telling(step::detail);
  }

  /**
   * How long one wait for the cluster may take.
   *
   * @throws io.tenantproof.settings.BadSetting when the setting is no number of seconds
   */
  public static Duration wait(Kit kit) {
    return Duration.ofSeconds(kit.settings().number(Setting.WAIT_SECONDS, 1, 86_400));
  }

  private static String refused(Cluster cluster, KubernetesClientException e) {
    String cure =
        e.getCode() == 403
            ? "Use a kubeconfig whose user may create namespaces, definitions and cluster roles."
            : "Check that the cluster %s still answers.".formatted(cluster.name());
    return "%s\n%s".formatted(e.getMessage(), cure);
  }
}
