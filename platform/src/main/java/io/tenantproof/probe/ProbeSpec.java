package io.tenantproof.probe;

import io.fabric8.kubernetes.api.model.EnvVar;
import io.fabric8.kubernetes.api.model.EnvVarBuilder;
import io.fabric8.kubernetes.api.model.ObjectMeta;
import io.fabric8.kubernetes.api.model.ObjectMetaBuilder;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodBuilder;
import io.fabric8.kubernetes.api.model.PodReadinessGate;
import io.fabric8.kubernetes.api.model.Quantity;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A pod of the image probe that is wanted. It keeps to the Pod Security level restricted, so that
 * it runs wherever a tenant's own pods run.
 *
 * @param run that makes it
 * @param place what the run calls it
 * @param namespace where
 * @param name of the pod
 * @param labels beside those of the run
 * @param serves whether Services may lead to it; else it is never ready
 * @param words what the probe is told to do
 * @param node where it runs; empty: anywhere
 */
public record ProbeSpec(
    Run run,
    String place,
    String namespace,
    String name,
    Map<String, String> labels,
    boolean serves,
    List<String> words,
    String node) {

  /** The image, which the catalogue knows. */
  public static final String IMAGE = "ghcr.io/tenantproof/probe:1.0.0";

  private static final long USER = 10001L;
  private static final String HOSTNAME = "kubernetes.io/hostname";

  // A condition that nobody sets.
  private static final String NEVER = "tenantproof.io/never";

  /** The label of probes that a Service of the run leads to. */
  public static final String SERVING = "tenantproof.io/probe";

  /** Ports that a serving probe answers TCP on; 8081 is the one that Prometheus may scrape. */
  public static final List<Integer> TCP_PORTS = List.of(53, 3100, 8080, 8081, 9090, 9999);

  /** Ports that a serving probe answers datagrams on. */
  public static final List<Integer> UDP_PORTS = List.of(53, 9999);

  /** Copies what it is given. */
  public ProbeSpec {
    labels = Map.copyOf(labels);
    words = List.copyOf(words);
  }

  /** A probe that answers on all ports and says who it is. */
  public static ProbeSpec serving(Run run, String namespace) {
    return new ProbeSpec(
        run,
        namespace,
        namespace,
        run.name("probe"),
        Map.of(SERVING, run.id()),
        true,
        List.of("serve", "-tcp", joined(TCP_PORTS), "-udp", joined(UDP_PORTS)),
        "");
  }

  /** A probe that does one thing and ends; no Service leads to it. */
  public static ProbeSpec doing(Run run, String namespace, String stem, List<String> words) {
    String name = run.name(stem);
    return new ProbeSpec(run, name, namespace, name, Map.of(), false, words, "");
  }

  /** The same with labels of somebody else, whose Services must not lead to it. */
  public ProbeSpec disguised(String asPlace, Map<String, String> asLabels) {
    return new ProbeSpec(
        run, asPlace, namespace, name + "-disguised", asLabels, false, words, node);
  }

  /** The same under another name. */
  public ProbeSpec named(String stem) {
    return new ProbeSpec(
        run, place, namespace, run.name("probe-" + stem), labels, serves, words, node);
  }

  /** The same with more labels. */
  public ProbeSpec labelled(Map<String, String> more) {
    Map<String, String> all = new HashMap<>(labels);
    all.putAll(more);
    return new ProbeSpec(run, place, namespace, name, all, serves, words, node);
  }

  /** The same with more for it to do. */
  public ProbeSpec with(String... more) {
    List<String> all = new ArrayList<>(words);
    all.addAll(List.of(more));
    return new ProbeSpec(run, place, namespace, name, labels, serves, all, node);
  }

  /** The same on a node of this name. */
  public ProbeSpec on(String other) {
    return new ProbeSpec(run, place, namespace, name, labels, serves, words, other);
  }

  /** The same at a place of its own, for several of a namespace. */
  public ProbeSpec at(String other) {
    return new ProbeSpec(run, other, namespace, name, labels, serves, words, node);
  }

  private static String joined(List<Integer> ports) {
    return String.join(",", ports.stream().map(String::valueOf).toList());
  }

  /** The pod as it is handed in. */
  public Pod pod() {
    return new PodBuilder()
        .withMetadata(head())
        .withNewSpec()
        .withNodeSelector(node.isEmpty() ? Map.of() : Map.of(HOSTNAME, node))
        .withRestartPolicy("Never")
        .withActiveDeadlineSeconds(Run.LONGEST.toSeconds())
        .withTerminationGracePeriodSeconds(1L)
        .withAutomountServiceAccountToken(false)
        .withEnableServiceLinks(false)
        .withReadinessGates(serves ? List.of() : List.of(new PodReadinessGate(NEVER)))
        .withNewSecurityContextLike(Restricted.pod(USER))
        // One of the sysctls that Pod Security counts as safe: port 53 without any right.
        .addNewSysctl("net.ipv4.ip_unprivileged_port_start", "0")
        .endSecurityContext()
        .addNewContainer()
        .withName("probe")
        .withImage(IMAGE)
        .withImagePullPolicy("IfNotPresent")
        .withArgs(words)
        .withEnv(
            fromField("POD_NAME", "metadata.name"),
            fromField("POD_NAMESPACE", "metadata.namespace"))
        .withNewResources()
        .withRequests(
            Map.of(
                "cpu", new Quantity("10m"),
                "memory", new Quantity("16Mi"),
                "ephemeral-storage", new Quantity("1Mi")))
        .withLimits(
            Map.of(
                "cpu", new Quantity("1"),
                "memory", new Quantity("64Mi"),
                "ephemeral-storage", new Quantity("16Mi")))
        .endResources()
        .withSecurityContext(Restricted.container())
        .endContainer()
        .endSpec()
        .build();
  }

  private ObjectMeta head() {
    return new ObjectMetaBuilder(run.head(namespace, name)).addToLabels(labels).build();
  }

  private static EnvVar fromField(String name, String path) {
    return new EnvVarBuilder()
        .withName(name)
        .withNewValueFrom()
        .withNewFieldRef()
        .withFieldPath(path)
        .endFieldRef()
        .endValueFrom()
        .build();
  }
}
