package io.tenantproof.report;

import io.tenantproof.isolation.Expected;
import io.tenantproof.isolation.Family;
import io.tenantproof.isolation.Finding;
import io.tenantproof.isolation.Observation;
import io.tenantproof.isolation.Proof;
import io.tenantproof.isolation.Vector;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Proofs to show. */
final class Proofs {

  static final String HOSTILE = "200 <script>alert('x')</script>\u001b[31m@|red \"&\"|@";

  static final Vector POD =
      new Vector(
          "network.pod.tcp",
          Family.NETWORK,
          "TCP to a pod's address",
          "NetworkPolicy default-deny of both tenants");
  static final Vector DNS =
      new Vector("network.dns", Family.NETWORK, "the cluster's DNS", "NetworkPolicy dns");
  static final Vector PLATFORM =
      new Vector(
          "network.platform",
          Family.NETWORK,
          "the platform's own pods",
          "NetworkPolicies of the tenant (egress) and of the platform's namespace (ingress)");
  static final Vector SECRETS =
      new Vector(
          "access.viewer.secrets", Family.ACCESS, "a viewer's right: secrets", "ClusterRole");
  static final Vector KNOWN_NAME =
      new Vector("dns.known-name", Family.DNS, "a name that is known resolves", "the DNS server");

  private static final Observation OPEN = Observation.allowed("connected");
  private static final Observation SHUT =
      new Observation(Observation.State.DROPPED, "no answer (3 attempts)", Duration.ofMillis(1500));

  private static final List<Family> FAMILIES =
      List.of(Family.NETWORK, Family.ACCESS, Family.ADMISSION, Family.OBSERVABILITY, Family.DNS);

  private Proofs() {}

  /** One with each verdict, and with answers of a hostile server. */
  static Proof ofAllVerdicts() {
    return proof(
        List.of(
            shut(POD, "a", "b", "10.42.0.7:8080", SHUT, OPEN),
            shut(POD, "b", "a", "10.42.0.8:8080", Observation.allowed(HOSTILE), OPEN),
            open(DNS, "a", "DNS", "10.43.0.10:53", OPEN),
            open(DNS, "b", "DNS", "10.43.0.10:53", SHUT),
            shut(PLATFORM, "a", "argocd/server", "10.42.0.3:8080", SHUT, OPEN),
            shut(PLATFORM, "a", "argocd/repo", "10.42.0.4:8081", SHUT, SHUT),
            shut(
                PLATFORM, "b", "API server", "10.43.0.1:443", Observation.failed("no probe"), OPEN),
            shut(SECRETS, "a", "a", "GET secrets", Observation.notTried("no viewer"), OPEN),
            new Finding(
                KNOWN_NAME, "a", "b", "A probe.b", Expected.KNOWN_OPEN, OPEN, Optional.empty())));
  }

  /** One where all is as it should be. */
  static Proof good() {
    return proof(List.of(shut(POD, "a", "b", "10.42.0.7:8080", SHUT, OPEN)));
  }

  /** One of a cluster whose network enforces no policy. */
  static Proof ofNoEnforcement() {
    return proof(
        List.of(
            shut(POD, "a", "b", "10.42.0.7:8080", OPEN, OPEN),
            shut(PLATFORM, "a", "argocd/server", "10.42.0.3:8080", OPEN, OPEN),
            open(DNS, "a", "DNS", "10.43.0.10:53", OPEN)));
  }

  /** As much as a run on two tenants finds, with answers as long as an API server gives. */
  static Proof large() {
    Observation letIn =
        Observation.allowed(
            "let in: 200 {\"kind\":\"PodList\",\"apiVersion\":\"v1\",\"metadata\":{}}");
    List<Finding> findings = new ArrayList<>();
    for (int i = 0; i < 120; i++) {
      Family family = FAMILIES.get(i % FAMILIES.size());
      Vector vector =
          new Vector(
              "large.v" + i, family, "a viewer reads another tenant's, number " + i, "ClusterRole");
      for (String from : List.of("a", "b")) {
        for (int target = 0; target < 3; target++) {
          String to = target == 2 && i % 2 == 0 ? "argocd/server" : from.equals("a") ? "b" : "a";
          String path = "GET /api/v1/namespaces/tenant-%s/pods/%d as viewer".formatted(to, target);
          findings.add(
              i % 2 == 0
                  ? shut(vector, from, to, path, refused(target), letIn)
                  : shut(vector, from, to, "10.42.0.%d:8080".formatted(target), SHUT, OPEN));
        }
      }
    }
    return proof(findings);
  }

  private static Observation refused(int pod) {
    return Observation.refused(
        ("403 pods \"%d\" is forbidden: User \"system:serviceaccount:tenant-a:viewer\" cannot get"
                + " resource \"pods\" in API group \"\" in the namespace \"tenant-b\"")
            .formatted(pod));
  }

  static Proof proof(List<Finding> findings) {
    return new Proof(
        "tenantproof-demo",
        "v1.36.4",
        List.of("a", "b"),
        Instant.parse("2026-11-24T18:29:01Z"),
        Duration.ofMillis(12_345),
        findings);
  }

  static Finding shut(
      Vector vector, String from, String to, String target, Observation seen, Observation control) {
    return new Finding(vector, from, to, target, Expected.SHUT, seen, Optional.of(control));
  }

  static Finding open(Vector vector, String from, String to, String target, Observation seen) {
    return new Finding(vector, from, to, target, Expected.OPEN, seen, Optional.empty());
  }
}
