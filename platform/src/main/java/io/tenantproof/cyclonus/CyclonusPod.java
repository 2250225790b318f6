package io.tenantproof.cyclonus;

import io.fabric8.kubernetes.api.model.ContainerStateTerminated;
import io.fabric8.kubernetes.api.model.ContainerStatus;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodBuilder;
import io.fabric8.kubernetes.api.model.rbac.ClusterRoleBindingBuilder;
import io.fabric8.kubernetes.api.model.rbac.ClusterRoleBuilder;
import io.fabric8.kubernetes.api.model.rbac.PolicyRule;
import io.fabric8.kubernetes.api.model.rbac.PolicyRuleBuilder;
import io.fabric8.kubernetes.api.model.rbac.RoleBindingBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.dsl.PodResource;
import io.tenantproof.platform.Pods;
import io.tenantproof.probe.OpenNamespace;
import io.tenantproof.probe.Run;
import io.tenantproof.wait.Await;
import io.tenantproof.wait.Expectation;
import io.tenantproof.wait.Outcome;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Cyclonus in a pod of the cluster, with nine pods in three namespaces to probe between. It may
 * what it needs in these namespaces, see the names of all, and nothing else.
 *
 * @param client of the cluster
 * @param run that makes all of it
 * @param image of Cyclonus
 */
record CyclonusPod(KubernetesClient client, Run run, String image) {

  private static final String RBAC = "rbac.authorization.k8s.io";
  private static final List<String> PORTS = List.of("80", "81");
  private static final List<String> PROTOCOLS = List.of("TCP", "UDP");
  private static final Duration END = Duration.ofMinutes(6);

  /** Probes once. */
  Probed probe() {
    List<String> namespaces = Stream.of("x", "y", "z").map(this::name).toList();
    String home = name("own");
    Stream.concat(Stream.of(home), namespaces.stream())
        .forEach(namespace -> new OpenNamespace(client, run, namespace).create());
    allow(home, namespaces);
    Pod made = client.resource(pod(home, namespaces)).create();
    PodResource pod = client.pods().resource(made);
    Await.atMost(END)
        .until(
            new Expectation(
                "Cyclonus has ended", () -> Outcome.of(end(pod).isPresent(), seen(namespaces))));
    ContainerStateTerminated end = end(pod).orElseThrow();
    return Probed.of(
        pod.getLog(),
        PORTS.size() * PROTOCOLS.size(),
        Duration.between(Instant.parse(end.getStartedAt()), Instant.parse(end.getFinishedAt())));
  }

  private String name(String stem) {
    return run.name("cyclonus-" + stem);
  }

  private void allow(String home, List<String> namespaces) {
    String role = run.name("cyclonus");
    // It looks for the labels of its namespaces among those of all.
    role(run.name("cyclonus-list"), rule("", List.of("namespaces"), "list"));
    client
        .resource(
            new ClusterRoleBindingBuilder()
                .withMetadata(run.head("", role))
                .withNewRoleRef(RBAC, "ClusterRole", run.name("cyclonus-list"))
                .addNewSubject("", "ServiceAccount", "default", home)
                .build())
        .create();
    role(
        role,
        rule("", List.of("namespaces"), "get"),
        rule("", List.of("pods", "services"), "get", "list", "create"),
        rule("", List.of("pods/exec"), "create"),
        rule("networking.k8s.io", List.of("networkpolicies"), "list"));
    for (String namespace : namespaces) {
      client
          .resource(
              new RoleBindingBuilder()
                  .withMetadata(run.head(namespace, role))
                  .withNewRoleRef(RBAC, "ClusterRole", role)
                  .addNewSubject("", "ServiceAccount", "default", home)
                  .build())
          .create();
    }
  }

  private void role(String name, PolicyRule... rules) {
    client
        .resource(
            new ClusterRoleBuilder().withMetadata(run.head("", name)).withRules(rules).build())
        .create();
  }

  private static PolicyRule rule(String group, List<String> resources, String... verbs) {
    return new PolicyRuleBuilder()
        .withApiGroups(group)
        .withResources(resources)
        .withVerbs(verbs)
        .build();
  }

  private Pod pod(String home, List<String> namespaces) {
    return new PodBuilder()
        .withMetadata(run.head(home, "cyclonus"))
        .withNewSpec()
        .withRestartPolicy("Never")
        .addNewContainer()
        .withName("cyclonus")
        .withImage(image)
        .withArgs(
            "probe",
            "--server-namespace",
            String.join(",", namespaces),
            "--probe-mode",
            "pod-ip",
            "--server-port",
            String.join(",", PORTS),
            "--server-protocol",
            String.join(",", PROTOCOLS))
        .endContainer()
        .endSpec()
        .build();
  }

  private static Optional<ContainerStateTerminated> end(PodResource pod) {
    return pod.require().getStatus().getContainerStatuses().stream()
        .map(ContainerStatus::getState)
        .flatMap(state -> Optional.ofNullable(state.getTerminated()).stream())
        .findFirst();
  }

  private String seen(List<String> namespaces) {
    String waiting =
        Stream.concat(Stream.of(name("own")), namespaces.stream())
            .map(namespace -> new Pods(client, namespace).notReady())
            .filter(pods -> !pods.isEmpty())
            .reduce("", (all, pods) -> all + " " + pods);
    return waiting.isEmpty() ? "it probes" : "not ready:" + waiting;
  }
}
