package io.tenantproof.vector;

import io.fabric8.kubernetes.api.model.LimitRange;
import io.fabric8.kubernetes.api.model.Quantity;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.tenantproof.isolation.Expected;
import io.tenantproof.isolation.Family;
import io.tenantproof.isolation.Finding;
import io.tenantproof.isolation.Observation;
import io.tenantproof.isolation.Vector;
import io.tenantproof.tenant.Tenant;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What one tenant can use up of the node: pods that name no limit of their own and take all they
 * can get. The control is the same pod in a namespace without guardrails. Each stops by itself a
 * little above the tenant's limit, so that a node without any is not harmed.
 *
 * <p>What another tenant feels of it is measured by the specs, not here.
 */
public final class ResourceVectors implements Vectors {

  private static final Vector CPU = vector("cpu", "a pod spins on all processors");
  private static final Vector MEMORY = vector("memory", "a pod takes all memory");
  private static final Vector PROCESSES =
      new Vector(
          "resources.processes",
          Family.RESOURCES,
          "a pod starts threads without end",
          "podPidsLimit of the node's kubelet");
  private static final int MEBI = 1 << 20;
  private static final int ABOVE_MIB = 64;
  private static final int WITHOUT_LIMIT_MIB = 192;
  private static final int MOST_MIB = 1024;
  private static final int THREADS = 2000;

  @Override
  public Family family() {
    return Family.RESOURCES;
  }

  @Override
  public List<Finding> explore(Ground ground) {
    List<Trial> trials = new ArrayList<>();
    for (Tenant tenant : ground.tenants()) {
      trials.addAll(trials(ground, tenant));
    }
    Map<HogPod, Observation> seen =
        new HogPods(ground.cluster().client(), ground.run())
            .letLoose(trials.stream().flatMap(one -> one.pods().stream()).distinct().toList());
    return trials.stream().map(trial -> trial.finding(seen)).toList();
  }

  private record Trial(
      Vector vector, Tenant tenant, HogPod own, Optional<HogPod> control, Expected expected) {

    List<HogPod> pods() {
      List<HogPod> all = new ArrayList<>(List.of(own));
      control.ifPresent(all::add);
      return all;
    }

    Finding finding(Map<HogPod, Observation> seen) {
      Observation none = Observation.failed("nothing was seen of the pod");
      return new Finding(
          vector,
          tenant.name(),
          "node",
          own.toString(),
          expected,
          seen.getOrDefault(own, none),
          control.map(one -> seen.getOrDefault(one, none)));
    }
  }

  private static List<Trial> trials(Ground ground, Tenant tenant) {
    String place = tenant.namespace();
    String guest = ground.guest();
    int mebis = mebis(ground.cluster().client(), place);
    HogPod processes = new HogPod(place, "processes", "processes -for 1s -most " + THREADS);
    List<Trial> trials = new ArrayList<>();
    trials.add(shut(CPU, tenant, "cpu", "cpu -for 2s", guest));
    trials.add(shut(MEMORY, tenant, "memory-" + mebis, "memory -for 5s -most " + mebis, guest));
    // No namespace has a say in it.
    trials.add(new Trial(PROCESSES, tenant, processes, Optional.empty(), Expected.KNOWN_OPEN));
    return trials;
  }

  private static Trial shut(Vector vector, Tenant tenant, String name, String words, String guest) {
    return new Trial(
        vector,
        tenant,
        new HogPod(tenant.namespace(), name, words),
        Optional.of(new HogPod(guest, name, words)),
        Expected.SHUT);
  }

  // A little more than a container gets that asks for nothing.
  private static int mebis(KubernetesClient client, String namespace) {
    return client.limitRanges().inNamespace(namespace).list().getItems().stream()
        .flatMap(ResourceVectors::defaults)
        .max(Integer::compare)
        .map(limit -> Math.min(limit + ABOVE_MIB, MOST_MIB))
        .orElse(WITHOUT_LIMIT_MIB);
  }

  private static java.util.stream.Stream<Integer> defaults(LimitRange range) {
    return range.getSpec().getLimits().stream()
        .filter(one -> one.getType().equals("Container"))
        .flatMap(one -> Optional.ofNullable(one.getDefault()).stream())
        .flatMap(one -> Optional.ofNullable(one.get("memory")).stream())
        .map(Quantity::getNumericalAmount)
        .map(bytes -> bytes.divide(BigDecimal.valueOf(MEBI)).intValue());
  }

  private static Vector vector(String id, String title) {
    return new Vector("resources." + id, Family.RESOURCES, title, "LimitRange tenant");
  }
}
