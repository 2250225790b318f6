package io.tenantproof.vector;

import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodBuilder;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.PodSpecBuilder;
import io.fabric8.kubernetes.client.utils.Serialization;
import io.tenantproof.isolation.Expected;
import io.tenantproof.isolation.Family;
import io.tenantproof.isolation.Finding;
import io.tenantproof.isolation.Vector;
import io.tenantproof.probe.ProbeSpec;
import io.tenantproof.tenant.Tenant;
import io.tenantproof.wait.Together;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What the API server takes into a tenant's namespace. All of it is handed in as a dry run, by a
 * user who may do anything: who refuses is the guardrail. The control hands the same in where there
 * is none.
 */
public final class AdmissionVectors implements Vectors {

  private static final Vector DEFAULTS =
      new Vector(
          "admission.defaults",
          Family.ADMISSION,
          "a pod that asks for no resources gets defaults",
          "LimitRange tenant");

  @Override
  public Family family() {
    return Family.ADMISSION;
  }

  @Override
  public List<Finding> explore(Ground ground) {
    List<Handed> all = new ArrayList<>();
    for (Tenant tenant : ground.tenants()) {
      HostilePod.all().forEach(pod -> all.add(pod(ground, tenant, pod)));
      HostileObject.all(tenant, ground.guest()).forEach(object -> all.add(object(tenant, object)));
    }
    Identity run = Identity.ofTheRun(ground.cluster().client());
    List<Finding> findings = new ArrayList<>(Together.each(all, one -> List.of(one.finding(run))));
    ground.tenants().forEach(tenant -> findings.add(defaulted(ground, tenant, run)));
    return findings;
  }

  // What a pod is not told the namespace tells it; else a quota would refuse it.
  private static Finding defaulted(Ground ground, Tenant tenant, Identity run) {
    HostilePod modest =
        new HostilePod(
            "modest",
            "",
            spec -> {
              PodSpec changed = new PodSpecBuilder(spec).build();
              changed.getContainers().forEach(container -> container.setResources(null));
              return changed;
            });
    ApiRequest request = handIn(ground, tenant.namespace(), modest);
    return new Finding(
        DEFAULTS,
        tenant.name(),
        "cluster",
        request.toString(),
        Expected.OPEN,
        run.submit(request),
        Optional.empty());
  }

  private record Handed(Vector vector, Tenant tenant, ApiRequest request, ApiRequest control) {

    Finding finding(Identity run) {
      return new Finding(
          vector,
          tenant.name(),
          "cluster",
          request.toString(),
          Expected.SHUT,
          run.submit(request),
          Optional.of(run.submit(control)));
    }
  }

  private static Handed pod(Ground ground, Tenant tenant, HostilePod hostile) {
    return new Handed(
        new Vector(
            "admission.pod-" + hostile.id(),
            Family.ADMISSION,
            "a pod: " + hostile.id().replace('-', ' '),
            hostile.guardrail()),
        tenant,
        handIn(ground, tenant.namespace(), hostile),
        handIn(ground, ground.guest(), hostile));
  }

  private static ApiRequest handIn(Ground ground, String namespace, HostilePod hostile) {
    Pod good = ProbeSpec.serving(ground.run(), namespace).named(hostile.id()).pod();
    Pod pod = new PodBuilder(good).withSpec(hostile.change().apply(good.getSpec())).build();
    return ApiRequest.post(
        "/api/v1/namespaces/%s/pods".formatted(namespace), Serialization.asJson(pod));
  }

  private static Handed object(Tenant tenant, HostileObject hostile) {
    return new Handed(
        new Vector(
            "admission." + hostile.id(), Family.ADMISSION, hostile.title(), hostile.guardrail()),
        tenant,
        hostile.request(),
        hostile.control());
  }
}
