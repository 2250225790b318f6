package io.tenantproof.vector;

import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.ContainerBuilder;
import io.fabric8.kubernetes.api.model.ContainerPortBuilder;
import io.fabric8.kubernetes.api.model.HTTPGetActionBuilder;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.PodSpecBuilder;
import io.fabric8.kubernetes.api.model.ProbeBuilder;
import io.fabric8.kubernetes.api.model.Quantity;
import io.fabric8.kubernetes.api.model.SecurityContext;
import io.fabric8.kubernetes.api.model.SecurityContextBuilder;
import io.fabric8.kubernetes.api.model.Sysctl;
import io.fabric8.kubernetes.api.model.VolumeBuilder;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * A pod that asks for more than a tenant may have. Each is a good pod but for one thing, so that
 * only this can be the reason of a refusal.
 *
 * @param id what it asks for, as in "privileged"
 * @param guardrail that refuses it
 * @param change what makes it hostile
 */
record HostilePod(String id, String guardrail, UnaryOperator<PodSpec> change) {

  private static final String PSA = "label pod-security.kubernetes.io/enforce of the namespace";
  private static final String IMAGES = "ValidatingAdmissionPolicy tenantproof-images";
  private static final String PODS = "ValidatingAdmissionPolicy tenantproof-pods";
  private static final String QUOTA = "ResourceQuota tenant";

  /** Those that the Pod Security Standards and the platform's policies are there for. */
  static List<HostilePod> all() {
    return List.of(
        secured(
            "privileged",
            context -> context.withPrivileged(true).withAllowPrivilegeEscalation(true)),
        secured("privilege-escalation", context -> context.withAllowPrivilegeEscalation(true)),
        secured(
            "capability",
            context -> context.editCapabilities().withAdd("NET_ADMIN").endCapabilities()),
        secured("capabilities-kept", context -> context.withNewCapabilities().endCapabilities()),
        secured("root", context -> context.withRunAsUser(0L)),
        secured("root-not-excluded", context -> context.withRunAsNonRoot(false)),
        secured(
            "seccomp",
            context -> context.withNewSeccompProfile().withType("Unconfined").endSeccompProfile()),
        secured(
            "apparmor",
            context ->
                context.withNewAppArmorProfile().withType("Unconfined").endAppArmorProfile()),
        secured(
            "selinux",
            context -> context.withNewSeLinuxOptions().withType("spc_t").endSeLinuxOptions()),
        new HostilePod(
            "host-network",
            PSA,
            // A sysctl of the network can't be set for a pod that has none of its own.
            spec ->
                edit(spec)
                    .withHostNetwork(true)
                    .editSecurityContext()
                    .withSysctls()
                    .endSecurityContext()
                    .build()),
        new HostilePod("host-pid", PSA, spec -> edit(spec).withHostPID(true).build()),
        new HostilePod("host-ipc", PSA, spec -> edit(spec).withHostIPC(true).build()),
        new HostilePod(
            "host-path",
            PSA,
            spec ->
                edit(spec)
                    .withVolumes(
                        new VolumeBuilder()
                            .withName("host")
                            .withNewHostPath()
                            .withPath("/")
                            .endHostPath()
                            .build())
                    .build()),
        contained(
            "host-port",
            PSA,
            container ->
                container.withPorts(
                    new ContainerPortBuilder().withContainerPort(8080).withHostPort(8080).build())),
        contained(
            "host-probe",
            PSA,
            container ->
                container.withReadinessProbe(
                    new ProbeBuilder()
                        .withHttpGet(
                            new HTTPGetActionBuilder()
                                .withHost("127.0.0.1")
                                .withNewPort(10250)
                                .build())
                        .build())),
        new HostilePod(
            "sysctl",
            PSA,
            spec ->
                edit(spec)
                    .editSecurityContext()
                    .withSysctls(new Sysctl("net.core.somaxconn", "1024"))
                    .endSecurityContext()
                    .build()),
        image("image-elsewhere", "docker.io/library/busybox:1.37.0"),
        image("image-lookalike", "ghcr.io/tenantproof.example.org/probe:1.0.0"),
        image("image-latest", "ghcr.io/tenantproof/probe:latest"),
        image("image-without-tag", "ghcr.io/tenantproof/probe"),
        new HostilePod(
            "init-image-elsewhere",
            IMAGES,
            spec ->
                edit(spec)
                    .addToInitContainers(
                        new ContainerBuilder(spec.getContainers().getFirst())
                            .withName("init")
                            .withImage("docker.io/library/busybox:1.37.0")
                            .build())
                    .build()),
        new HostilePod(
            "priority",
            PODS,
            spec -> edit(spec).withPriorityClassName("system-node-critical").build()),
        new HostilePod(
            "account-of-the-platform",
            PODS,
            spec -> edit(spec).withServiceAccountName("deployer").build()),
        greedy("requests.cpu", "cpu", "10", "10"),
        greedy("limits.cpu", "cpu", "100m", "100"),
        greedy("requests.memory", "memory", "6Gi", "6Gi"),
        greedy("limits.memory", "memory", "64Mi", "100Gi"),
        greedy("requests.ephemeral-storage", "ephemeral-storage", "6Gi", "6Gi"),
        greedy("limits.ephemeral-storage", "ephemeral-storage", "64Mi", "100Gi"));
  }

  // Each exceeds one amount of the quota and no other.
  private static HostilePod greedy(String amount, String resource, String request, String limit) {
    return contained(
        "more-" + amount,
        QUOTA,
        container ->
            container
                .editResources()
                .addToRequests(Map.of(resource, new Quantity(request)))
                .addToLimits(Map.of(resource, new Quantity(limit)))
                .endResources());
  }

  private static HostilePod image(String id, String image) {
    return contained(id, IMAGES, container -> container.withImage(image));
  }

  private static HostilePod secured(String id, UnaryOperator<SecurityContextBuilder> change) {
    return contained(
        id,
        PSA,
        container ->
            container.withSecurityContext(secured(container.buildSecurityContext(), change)));
  }

  private static SecurityContext secured(
      SecurityContext own, UnaryOperator<SecurityContextBuilder> change) {
    return change.apply(new SecurityContextBuilder(own)).build();
  }

  private static HostilePod contained(
      String id, String guardrail, UnaryOperator<ContainerBuilder> change) {
    return new HostilePod(
        id,
        guardrail,
        spec -> {
          Container own = spec.getContainers().getFirst();
          return edit(spec).withContainers(change.apply(new ContainerBuilder(own)).build()).build();
        });
  }

  private static PodSpecBuilder edit(PodSpec spec) {
    return new PodSpecBuilder(spec);
  }
}
