package io.tenantproof.story;

import io.fabric8.kubernetes.api.model.Pod;
import io.tenantproof.isolation.Observation;
import io.tenantproof.probe.Check;
import io.tenantproof.probe.Leftovers;
import io.tenantproof.probe.ProbePods;
import io.tenantproof.probe.ProbeSpec;
import io.tenantproof.probe.Run;
import io.tenantproof.tenant.Tenant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/**
 * A pod of one tenant calls a pod of another one. The same call from that one's own namespace is
 * the control: without it, a target that listens to nobody would look like isolation.
 *
 * @param stage it is tried on
 * @param undo keeps what was made
 */
record IsolationAct(Stage stage, Undo undo) {

  Act act() {
    Tenant from = stage.hero();
    Optional<Tenant> to = stage.neighbour();
    String other = to.map(Tenant::name).orElse("another tenant");
    return new Act(
        "isolation",
        "a pod of %s can't call a pod of %s, which a pod of %2$s can."
            .formatted(from.name(), other),
        List.of(
            "platform/bin/tenantproof prove --family network",
            stage.kubectl("get networkpolicies -n " + other)),
        telling ->
            to.<Ending>map(target -> play(from, target))
                .orElseGet(
                    () ->
                        new Ending.Skipped(
                            "the cluster has one tenant; add another with `tenantproof tenant"
                                + " add`.")));
  }

  private Ending play(Tenant from, Tenant to) {
    Pod target =
        stage.serving(to).stream()
            .findFirst()
            .orElseThrow(() -> new StoryFailed("no pod of %s is ready".formatted(to.name())));
    Run run = Run.begin();
    Leftovers made = new Leftovers(stage.client());
    AtomicReference<ProbePods> started =
        new AtomicReference<>(new ProbePods(java.util.Map.of(), java.util.Map.of()));
    Undo.Change probes =
        undo.change(() -> start(run, from, to, started, made), () -> made.remove(run));
    try {
      String address = "%s:%d".formatted(target.getStatus().getPodIP(), Stage.PORT);
      Observation control = tried(started.get(), to, address);
      Observation call = tried(started.get(), from, address);
      require(control.isOpen(), to, to, control);
      require(call.isShut(), from, to, call);
      return Ending.Seen.of(
          told(from, to, call),
          told(to, to, control),
          new AdmittingPolicies(
                  stage
                      .client()
                      .network()
                      .v1()
                      .networkPolicies()
                      .inNamespace(to.namespace())
                      .list()
                      .getItems(),
                  target)
              .told());
    } finally {
      probes.takeBack();
    }
  }

  private void start(
      Run run, Tenant from, Tenant to, AtomicReference<ProbePods> started, Leftovers made) {
    try {
      started.set(
          ProbePods.start(
              stage.client(),
              run,
              List.of(
                  ProbeSpec.serving(run, from.namespace()),
                  ProbeSpec.serving(run, to.namespace()))));
    } catch (RuntimeException e) {
      made.remove(run);
      throw e;
    }
  }

  private static Observation tried(ProbePods probes, Tenant from, String address) {
    return probes
        .at(from.namespace())
        .map(probe -> probe.run(List.of(Check.tcp("call", address))).get("call"))
        .orElseGet(() -> Observation.failed(probes.trouble(from.namespace())));
  }

  private static void require(boolean good, Tenant from, Tenant to, Observation seen) {
    if (!good) {
      throw new StoryFailed(
          "expected the call from %s to %s to be %s, found: %s"
              .formatted(
                  from.name(),
                  to.name(),
                  from.equals(to) ? "answered" : "refused",
                  told(from, to, seen)));
    }
  }

  private static String told(Tenant from, Tenant to, Observation seen) {
    return "%s → %s: %s, %s"
        .formatted(
            from.name(),
            to.name(),
            seen.state().name().toLowerCase(java.util.Locale.ROOT).replace('_', ' '),
            seen.seen().replaceFirst("; it said: .*", ""));
  }
}
