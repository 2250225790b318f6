package io.tenantproof.vector;

import io.fabric8.kubernetes.api.model.PersistentVolume;
import io.fabric8.kubernetes.api.model.PersistentVolumeBuilder;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaim;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaimBuilder;
import io.fabric8.kubernetes.api.model.Quantity;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.tenantproof.isolation.Expected;
import io.tenantproof.isolation.Family;
import io.tenantproof.isolation.Finding;
import io.tenantproof.isolation.Observation;
import io.tenantproof.isolation.Vector;
import io.tenantproof.probe.Run;
import io.tenantproof.tenant.Tenant;
import io.tenantproof.wait.Await;
import io.tenantproof.wait.Expectation;
import io.tenantproof.wait.NotMet;
import io.tenantproof.wait.Outcome;
import io.tenantproof.wait.Together;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Volumes. One that is kept for a claim of another namespace is claimed by name; the control is
 * that other claim, which gets it afterwards. No data is on it and nothing mounts it: its driver
 * does not exist.
 *
 * <p>Source: "Reserving a PersistentVolume" in
 * https://kubernetes.io/docs/concepts/storage/persistent-volumes/#reserving-a-persistentvolume
 */
public final class StorageVectors implements Vectors {

  private static final Vector RESERVED =
      new Vector(
          "storage.reserved",
          Family.STORAGE,
          "a volume that is kept for another's claim",
          "claimRef of the PersistentVolume");
  private static final Duration HELD = Duration.ofSeconds(3);
  private static final Duration BINDS = Duration.ofSeconds(20);
  private static final Quantity SIZE = new Quantity("1Mi");
  private static final List<String> ONE_NODE = List.of("ReadWriteOnce");

  @Override
  public Family family() {
    return Family.STORAGE;
  }

  @Override
  public List<Finding> explore(Ground ground) {
    return Together.each(ground.tenants(), tenant -> List.of(explore(ground, tenant)));
  }

  private static Finding explore(Ground ground, Tenant tenant) {
    KubernetesClient client = ground.cluster().client();
    String name = ground.run().name("tenantproof-" + tenant.name());
    Observation own;
    Observation control;
    try {
      client.resource(volume(ground.run(), name, ground.guest())).create();
      own = claimed(client, claim(ground.run(), tenant.namespace(), name), HELD);
      control = claimed(client, claim(ground.run(), ground.guest(), name), BINDS);
    } catch (KubernetesClientException e) {
      own = Observation.failed("the volume can't be made: " + e.getMessage());
      control = own;
    }
    return new Finding(
        RESERVED,
        tenant.name(),
        Ground.STRANGERS,
        "PersistentVolume " + name,
        Expected.SHUT,
        own,
        Optional.of(control));
  }

  private static Observation claimed(
      KubernetesClient client, PersistentVolumeClaim claim, Duration patience) {
    try {
      client.resource(claim).create();
    } catch (KubernetesClientException e) {
      return e.getCode() == 403 ? Observation.refused(String.valueOf(e.getMessage())) : failed(e);
    }
    try {
      Await.atMost(patience)
          .until(new Expectation("the claim is bound", () -> bound(client, claim)));
      return Observation.allowed("the claim is bound");
    } catch (NotMet unbound) {
      return new Observation(
          Observation.State.REFUSED,
          "the claim is not bound after %d s".formatted(patience.toSeconds()),
          patience);
    } catch (KubernetesClientException e) {
      return failed(e);
    }
  }

  private static Observation failed(KubernetesClientException e) {
    return Observation.failed("the claim can't be tried: " + e.getMessage());
  }

  private static Outcome bound(KubernetesClient client, PersistentVolumeClaim claim) {
    String phase = client.resource(claim).get().getStatus().getPhase();
    return Outcome.of("Bound".equals(phase), "it is " + phase);
  }

  private static PersistentVolume volume(Run run, String name, String owner) {
    return new PersistentVolumeBuilder()
        .withMetadata(run.head("", name))
        .withNewSpec()
        .withCapacity(Map.of("storage", SIZE))
        .withAccessModes(ONE_NODE)
        .withPersistentVolumeReclaimPolicy("Retain")
        .withNewClaimRef()
        .withNamespace(owner)
        .withName(name)
        .endClaimRef()
        .withNewCsi()
        .withDriver("none.tenantproof.io")
        .withVolumeHandle(name)
        .endCsi()
        .endSpec()
        .build();
  }

  private static PersistentVolumeClaim claim(Run run, String namespace, String name) {
    return new PersistentVolumeClaimBuilder()
        .withMetadata(run.head(namespace, name))
        .withNewSpec()
        // Else the cluster's default class would make one.
        .withStorageClassName("")
        .withVolumeName(name)
        .withAccessModes(ONE_NODE)
        .withNewResources()
        .withRequests(Map.of("storage", SIZE))
        .endResources()
        .endSpec()
        .build();
  }
}
