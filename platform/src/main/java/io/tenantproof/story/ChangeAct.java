package io.tenantproof.story;

import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.client.dsl.RollableScalableResource;
import io.tenantproof.argocd.Application;
import io.tenantproof.git.GitClone;
import io.tenantproof.platform.GitServer;
import io.tenantproof.platform.Platform;
import io.tenantproof.tenant.Tenant;
import io.tenantproof.wait.Await;
import io.tenantproof.wait.Expectation;
import io.tenantproof.wait.NotMet;
import io.tenantproof.wait.Outcome;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/**
 * A change by hand is healed; a commit that changes a value is rolled out, and reverted.
 *
 * @param stage it is done on
 * @param ownGit whether the repository is the git server in the cluster, which may be written to
 * @param undo keeps what was changed
 */
record ChangeAct(Stage stage, boolean ownGit, Undo undo) {

  private static final Duration NOTICED = Duration.ofSeconds(20);

  Act act() {
    Tenant tenant = stage.hero();
    return new Act(
        "promotion and drift",
        "a pod that is added to %s by hand is taken away again; a commit that adds it is rolled out, and reverted."
            .formatted(tenant.name()),
        List.of(
            stage.kubectl(
                "scale deployment %s -n %s --replicas=3"
                    .formatted(Stage.WORKLOAD, tenant.namespace())),
            "sed -i 's/^replicaCount: .*/replicaCount: 3/' gitops/%s && make demo"
                .formatted(tenant.file())),
        telling ->
            ownGit
                ? play(tenant, telling)
                : new Ending.Skipped(
                    "Argo CD reads a remote repository, which the story does not write to; commit a"
                        + " change there yourself."));
  }

  private Ending play(Tenant tenant, Consumer<String> telling) {
    int declared = replicas(tenant);
    int more = declared + 1;
    try (GitServer.Session session = new GitServer(stage.cluster()).open()) {
      GitClone work = session.work();
      String healed = took(() -> heal(tenant, declared, telling));
      List<Undo.Change> promotion = new ArrayList<>();
      String promoted =
          took(
              () -> {
                promotion.add(
                    undo.change(() -> commit(work, tenant, more), () -> revert(work, tenant)));
                awaitPods(work, tenant, more, telling);
              });
      String reverted =
          took(
              () -> {
                promotion.getFirst().takeBack();
                awaitPods(work, tenant, declared, telling);
              });
      // The others find the commits at their next turn; until then they name an older one.
      Platform.refresh(stage.argoCd(), stage.tenants());
      return Ending.Seen.of(
          "%d pods by hand → %d again after %s".formatted(more, declared, healed),
          "commit → %d pods serve after %s".formatted(more, promoted),
          "revert → %d pods serve after %s".formatted(declared, reverted));
    }
  }

  private void heal(Tenant tenant, int declared, Consumer<String> telling) {
    Undo.Change byHand =
        undo.change(
            () -> deployment(tenant).scale(declared + 1),
            () -> {
              if (replicas(tenant) != declared) {
                deployment(tenant).scale(declared);
              }
            });
    stage
        .await(telling)
        .until(
            new Expectation(
                "the workload of %s has %d pods declared again".formatted(tenant.name(), declared),
                () -> {
                  int now = replicas(tenant);
                  return Outcome.of(now == declared, "%d declared".formatted(now));
                }));
    byHand.takeBack();
  }

  private void commit(GitClone work, Tenant tenant, int pods) {
    String file = "gitops/" + tenant.file();
    YAMLMapper yaml = YAMLMapper.builder().build();
    ObjectNode values = (ObjectNode) yaml.readTree(work.read(file));
    work.write(file, yaml.writeValueAsString(values.put("replicaCount", pods)));
    var _ = work.publish("feat(%s): one pod more, for the story".formatted(tenant.name()));
    stage.argoCd().refresh(tenant.workload());
  }

  private void revert(GitClone work, Tenant tenant) {
    String commit = work.revertLast();
    try {
      Await.atMost(NOTICED).until(noticed(tenant, commit));
    } catch (NotMet late) {
      // It is in git, and Argo CD finds it at its next turn.
      stage.argoCd().refresh(tenant.workload());
    }
  }

  // One that is told while it syncs may look at what it has read before: it is told again.
  private Expectation noticed(Tenant tenant, String commit) {
    return new Expectation(
        "Argo CD has seen " + commit,
        () -> {
          Optional<String> seen =
              stage.argoCd().application(tenant.workload()).map(Application::revision);
          if (seen.filter(commit::equals).isEmpty()) {
            stage.argoCd().refresh(tenant.workload());
          }
          return Outcome.of(seen.filter(commit::equals).isPresent(), "it has seen " + seen);
        });
  }

  private void awaitPods(GitClone work, Tenant tenant, int pods, Consumer<String> telling) {
    String commit = work.revision().orElseThrow();
    stage.await(telling).until(stage.argoCd().settled(tenant.workload(), commit));
    stage
        .await(telling)
        .until(
            new Expectation(
                "%d pods of %s serve".formatted(pods, tenant.name()),
                () -> {
                  int serving = stage.serving(tenant).size();
                  return Outcome.of(serving == pods, "%d serve".formatted(serving));
                }));
  }

  private int replicas(Tenant tenant) {
    return deployment(tenant).require().getSpec().getReplicas();
  }

  private RollableScalableResource<Deployment> deployment(Tenant tenant) {
    return stage
        .client()
        .apps()
        .deployments()
        .inNamespace(tenant.namespace())
        .withName(Stage.WORKLOAD);
  }

  private static String took(Runnable work) {
    Instant begin = Clock.systemUTC().instant();
    work.run();
    Duration took = Duration.between(begin, Clock.systemUTC().instant());
    return String.format(Locale.ROOT, "%.1f s", took.toMillis() / 1000.0);
  }
}
