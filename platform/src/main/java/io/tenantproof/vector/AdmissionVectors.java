package io.tenantproof.vector;

import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodBuilder;
import io.fabric8.kubernetes.client.utils.Serialization;
import io.tenantproof.isolation.Expected;
import io.tenantproof.isolation.Family;
import io.tenantproof.isolation.Finding;
import io.tenantproof.isolation.Vector;
import io.tenantproof.probe.ProbeSpec;
import io.tenantproof.tenant.Tenant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What the API server takes into a tenant's namespace. All of it is handed in as a dry run, by a
 * user who may do anything: who refuses is the guardrail. The control hands the same in where there
 * is none.
 */
public final class AdmissionVectors implements Vectors {

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
    return Together.each(all, one -> List.of(one.finding(run)));
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
