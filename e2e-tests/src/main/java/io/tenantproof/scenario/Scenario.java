package io.tenantproof.scenario;

import io.tenantproof.argocd.ArgoCd;
import io.tenantproof.git.GitClone;
import io.tenantproof.grafana.Dashboard;
import io.tenantproof.grafana.DashboardFiles;
import io.tenantproof.isolation.Family;
import io.tenantproof.isolation.Proof;
import io.tenantproof.platform.GitServer;
import io.tenantproof.platform.Platform;
import io.tenantproof.platform.PlatformUp;
import io.tenantproof.tenant.Tenant;
import io.tenantproof.vector.AccessMatrix;
import io.tenantproof.vector.Subject;
import io.tenantproof.wait.Await;
import io.tenantproof.wait.Expectation;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/**
 * A platform and its repository, as a spec speaks of them.
 *
 * @param platform that is up
 * @param session the repository that Argo CD reads; empty for a remote one
 * @param observability its Prometheus, Loki and Grafana
 * @param journal keeps what is done and seen
 */
public record Scenario(
    Platform platform,
    Optional<GitServer.Session> session,
    Observability observability,
    Journal journal) {

  private static final Duration STEADY = Duration.ofSeconds(5);

  /** The same platform for another test, which keeps a journal of its own. */
  public Scenario keeping(Journal other) {
    return new Scenario(platform, session, observability, other);
  }

  /** All tenants of the kit's files. */
  public List<TenantView> tenants() {
    return platform.tenants().stream().map(this::view).toList();
  }

  /** One tenant, there or not. */
  public TenantView tenant(String name) {
    return view(new Tenant(name, ""));
  }

  /** A file or folder of the kit. */
  public Path kitFile(String name) {
    return platform.kit().home().resolve(name);
  }

  /** Argo CD. */
  public ArgoCd argoCd() {
    return platform.argoCd();
  }

  /** Tries to get from each tenant to the others, by these families or by all that apply. */
  public Proof prove(Family... families) {
    return journal.proves(
        families.length == 0 ? "all families" : "families " + List.of(families),
        families.length == 0,
        () -> new Isolation(platform).prove(families));
  }

  /** All that somebody may do in a namespace, in another one and in the cluster, a right a line. */
  public SortedSet<String> rights(Subject subject, String own, String other) {
    return AccessMatrix.of(platform.cluster().client(), own, other).rights(subject);
  }

  /** What Prometheus has of the tenants. */
  public Metrics metrics() {
    return new Metrics(observability, patience(), journal);
  }

  /** What Loki has of the tenants from now on. */
  public Logs logs() {
    return new Logs(observability, Clock.systemUTC().instant(), journal);
  }

  /** The dashboards of the kit's files. */
  public List<Dashboard> dashboards() {
    return new DashboardFiles(platform.kit().gitops()).read();
  }

  /** A text that nothing else has. */
  public String uniqueId() {
    return UUID.randomUUID().toString();
  }

  /** Tells a figure that was measured. */
  public void measured(String what, Object value) {
    journal.measured(what, value);
  }

  /**
   * Changes files of the repository and pushes them as one commit; Argo CD is told at once, as a
   * webhook would.
   *
   * @return the commit
   */
  public String commit(String message, Consumer<GitClone> change) {
    return commits().publish(message, change);
  }

  /** Lays the files of cases over the repository and pushes them as one commit. */
  public String commitCase(String... names) {
    return commit("test: " + String.join(", ", names), work -> CaseFolder.layOver(work, names));
  }

  /** The same, with one thing taken away that keeps tenants apart. */
  public String commitCaseWithout(TenancySwitch taken, String... names) {
    return commit(
        "test: %s without tenancy of %s".formatted(String.join(", ", names), taken),
        work -> {
          CaseFolder.layOver(work, names);
          taken.turnOff(work);
        });
  }

  /** Takes the last commit back. */
  public String revertLast() {
    return commits().revertLast();
  }

  /** Waits until the Applications of all tenants are Synced and Healthy at a commit. */
  public void isSettledAt(String commit) {
    becomes(Platform.settled(argoCd(), platform.tenants(), commit));
    becomes(Platform.componentsSettled(argoCd(), commit));
  }

  /** Waits until the Applications of all tenants are Synced and Healthy at the newest commit. */
  public void isSettled() {
    isSettledAt(commits().newest());
  }

  /** Waits until a tenant's Applications are Synced and Healthy at a commit. */
  public void isSettledAt(String commit, TenantView tenant) {
    becomes(
        Expectation.allOf(
            tenant.name() + " is Synced and Healthy",
            tenant.tenant().applications().stream()
                .map(name -> argoCd().settled(name, commit))
                .toList()));
  }

  /** Waits until Argo CD refuses what git holds for an Application, with this reason. */
  public void isRefused(String application, String reason) {
    becomes(argoCd().complains(application, reason));
  }

  /** Waits until something is so. */
  public void becomes(String what, BooleanSupplier state) {
    becomes(Expectation.that(what, state));
  }

  /** Waits until something is as expected. */
  public void becomes(Expectation expectation) {
    journal.waits(Await.atMost(patience()), expectation);
  }

  /** Watches that something stays so for some seconds. */
  public void stays(String what, BooleanSupplier state) {
    staysFor(STEADY, Expectation.that(what, state));
  }

  /** Watches that something stays as expected for a while. */
  public void staysFor(Duration steady, Expectation expectation) {
    journal.watches(Await.atMost(steady), expectation);
  }

  /** Brings the repository back to the kit's own files, and waits until the cluster follows. */
  public void restore() {
    if (session.isPresent()) {
      new Restoration(this).run();
    }
  }

  private TenantView view(Tenant tenant) {
    return new TenantView(tenant, platform.cluster().client());
  }

  private Commits commits() {
    return new Commits(platform, session, journal);
  }

  private Duration patience() {
    return PlatformUp.wait(platform.kit());
  }
}
