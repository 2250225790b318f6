package io.tenantproof.vector;

import io.tenantproof.argocd.ArgoCd;
import io.tenantproof.isolation.Family;
import io.tenantproof.isolation.Vector;
import io.tenantproof.probe.Run;
import io.tenantproof.vector.ArgoCdAnswer.Compared;
import io.tenantproof.vector.ArgoCdAnswer.Noticed;
import io.tenantproof.vector.ArgoCdAnswer.TriedOut;
import java.util.ArrayList;
import java.util.List;

/**
 * What a tenant's Application may not ask of Argo CD. The Applications of a tenant lie in its
 * project and differ from its own in one thing; the controls lie in a project that lets all in.
 * There is no way to a cluster that Argo CD does not know: it says the same of it in every project.
 *
 * @param run that tries
 * @param controls those of the run, one for each kind of way
 */
record GitOpsWays(Run run, GitOpsControls controls) {

  private static final String PROJECT = "AppProject of the tenant: ";
  private static final String DESTINATIONS = PROJECT + "spec.destinations";
  private static final Vector OTHER_NAMESPACE =
      vector("destination-tenant", "an Application for another tenant's namespace", DESTINATIONS);
  private static final Vector PLATFORM_NAMESPACE =
      vector("destination-platform", "an Application for the platform's namespace", DESTINATIONS);
  private static final Vector REPOSITORY =
      vector("repository", "an Application from another repository", PROJECT + "spec.sourceRepos");
  private static final Vector CLUSTER_KIND =
      vector(
          "kind-cluster",
          "an object of the cluster in a tenant's sync",
          PROJECT + "spec.clusterResourceWhitelist");
  private static final Vector NAMESPACED_KIND =
      vector(
          "kind-namespaced",
          "an object of the platform's in a tenant's sync",
          PROJECT + "spec.namespaceResourceWhitelist");
  private static final Vector OBJECT =
      vector("object-elsewhere", "an object that names another tenant's namespace", DESTINATIONS);
  private static final Vector VALUE_FILE =
      vector(
          "value-file-outside",
          "a values file from outside the repository",
          "Argo CD's repo-server: value files lie below the repository's root");
  private static final Vector VALUE_ADDRESS =
      vector(
          "value-file-address",
          "a values file from an address",
          "ConfigMap argocd-cm: helm.valuesFileSchemes");
  private static final Vector ELSEWHERE =
      vector(
          "application-elsewhere",
          "an Application in the tenant's own namespace",
          "Argo CD without application.namespaces; " + PROJECT + "spec.sourceNamespaces");

  private static final String OUTSIDE = "../../../../../../../../etc/passwd";
  private static final List<String> NAMESPACED_KINDS =
      List.of(
          "RoleBinding",
          "NetworkPolicy",
          "ResourceQuota",
          "LimitRange",
          "AppProject",
          "Application");

  /** Ways of a tenant; the other is itself where there is no other. */
  List<GitOpsWay> of(TenantSources one, TenantSources other) {
    List<GitOpsWay> ways = new ArrayList<>(ofItself(one));
    ways.addAll(kinds(one, other));
    if (!one.equals(other)) {
      ways.add(
          destination(OTHER_NAMESPACE, one, other.tenant().namespace(), controls.otherNamespace()));
    }
    return ways;
  }

  private List<GitOpsWay> ofItself(TenantSources one) {
    String own = one.tenant().namespace();
    GitSource source = one.workload();
    GitSource foreign = source.ofAnotherRepository();
    String address = source.noValuesFile();
    return List.of(
        // First: it is watched for the longest.
        way(
            ELSEWHERE,
            one,
            "argocd",
            "Application in " + own,
            trial("elsewhere", one, source, own).in(own),
            controls.ownSource(),
            new Noticed()),
        destination(PLATFORM_NAMESPACE, one, ArgoCd.NAMESPACE, controls.platformNamespace()),
        way(
            REPOSITORY,
            one,
            "git-server",
            foreign.repository(),
            trial("repository", one, foreign, own),
            controls.otherRepository(),
            Compared.unless("is not permitted in project").orLetIn("Failed to load target state")),
        way(
            VALUE_FILE,
            one,
            "argocd",
            OUTSIDE,
            trial("value-file", one, source.withValues(OUTSIDE), own),
            controls.ownSource(),
            Compared.unless("outside repository root").orLetIn("etc/passwd")),
        way(
            VALUE_ADDRESS,
            one,
            "argocd",
            address,
            trial("value-address", one, source.withValues(address), own),
            controls.ownSource(),
            Compared.unless("the URL scheme").orLetIn(address)));
  }

  private GitOpsWay destination(
      Vector vector, TenantSources one, String namespace, TrialApplication control) {
    return way(
        vector,
        one,
        namespace,
        "namespace " + namespace,
        trial("for-" + namespace, one, one.workload(), namespace),
        control,
        // Where the project lets it in, the chart is rendered, and says itself whom a file speaks
        // for.
        Compared.unless("do not match any of the allowed destinations")
            .orLetIn("but this is the namespace of"));
  }

  // What the platform syncs for a tenant is all that a tenant's own sync must not hold.
  private List<GitOpsWay> kinds(TenantSources one, TenantSources other) {
    TrialApplication trial =
        trial("guardrails", one, other.guardrails(), one.tenant().namespace()).triedOut();
    String to = other.tenant().name();
    List<GitOpsWay> ways = new ArrayList<>();
    ways.add(kind(CLUSTER_KIND, one, to, "Namespace", trial));
    NAMESPACED_KINDS.forEach(kind -> ways.add(kind(NAMESPACED_KIND, one, to, kind, trial)));
    if (!one.equals(other)) {
      String namespace = other.tenant().namespace();
      // Of a kind that a tenant may sync: so nothing but the namespace is wrong with it.
      TriedOut answer =
          new TriedOut(
              "ServiceAccount", "namespace %s is not permitted in project".formatted(namespace));
      String target = "ServiceAccount in " + namespace;
      ways.add(way(OBJECT, one, to, target, trial, controls.guardrails(), answer));
    }
    return ways;
  }

  private GitOpsWay kind(
      Vector vector, TenantSources one, String to, String kind, TrialApplication trial) {
    TriedOut answer = new TriedOut(kind, ":%s is not permitted in project".formatted(kind));
    return way(vector, one, to, kind, trial, controls.guardrails(), answer);
  }

  private TrialApplication trial(
      String what, TenantSources one, GitSource source, String destination) {
    String tenant = one.tenant().name();
    return TrialApplication.of(run, "%s-%s".formatted(tenant, what), tenant, source, destination);
  }

  private static GitOpsWay way(
      Vector vector,
      TenantSources one,
      String to,
      String target,
      TrialApplication trial,
      TrialApplication control,
      ArgoCdAnswer answer) {
    return new GitOpsWay(vector, one.tenant().name(), to, target, trial, control, answer);
  }

  private static Vector vector(String id, String title, String guardrail) {
    return new Vector("gitops." + id, Family.GITOPS, title, guardrail);
  }
}
