package io.tenantproof.vector;

import io.tenantproof.isolation.Expected;
import io.tenantproof.isolation.Family;
import io.tenantproof.isolation.Finding;
import io.tenantproof.isolation.Observation;
import io.tenantproof.isolation.Vector;
import io.tenantproof.probe.Check;
import io.tenantproof.probe.ProbePod;
import io.tenantproof.tenant.Tenant;
import io.tenantproof.wait.Together;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Which names of another tenant can be learned from the cluster's DNS. Whoever knows a name can
 * resolve it, and whoever walks through the addresses learns names: namespaces do not hide them.
 * But no list of them is handed out.
 */
public final class DnsVectors implements Vectors {

  private static final String SERVER = "the cluster's DNS server";
  private static final Vector KNOWN_NAME =
      vector("known-name", "a Service's name that is known resolves");
  private static final Vector REVERSE = vector("reverse", "a Service's address tells its name");
  private static final Vector WILDCARD = vector("wildcard", "all names of a namespace at once");
  private static final Vector TRANSFER = vector("transfer", "all names of the cluster at once");

  @Override
  public Family family() {
    return Family.DNS;
  }

  @Override
  public List<Finding> explore(Ground ground) {
    return Together.each(ground.tenants(), tenant -> explore(ground, tenant));
  }

  private static List<Finding> explore(Ground ground, Tenant tenant) {
    String server = ground.dnsAddress().map(address -> address + ":53").orElse("no-dns.invalid:53");
    Map<Check, Question> questions = new LinkedHashMap<>();
    for (Tenant other : ground.others(tenant)) {
      add(questions, ground, server, other);
    }
    List<Check> checks = List.copyOf(questions.keySet());
    Optional<ProbePod> probe = ground.probes().at(tenant.namespace());
    Map<String, Observation> seen = probe.map(one -> one.run(checks)).orElse(Map.of());
    Observation none = Observation.failed(ground.probes().trouble(tenant.namespace()));
    List<Finding> findings = new ArrayList<>();
    questions.forEach(
        (check, question) ->
            findings.add(
                new Finding(
                    question.vector(),
                    tenant.name(),
                    question.to(),
                    "%s %s".formatted(check.type(), check.name()).strip(),
                    question.expected(),
                    seen.getOrDefault(check.id(), none),
                    // The same server tells the same probe what it may know.
                    Optional.of(seen.getOrDefault(question.controlId(), none)))));
    return findings;
  }

  private record Question(Vector vector, String to, Expected expected, String controlId) {}

  private static void add(
      Map<Check, Question> questions, Ground ground, String server, Tenant other) {
    String zone = other.namespace() + ".svc.cluster.local";
    String known = "%s.%s".formatted(ground.run().name("probe"), zone);
    Check knownName = Check.question("known " + other.name(), server, known, "A");
    questions.put(
        knownName, new Question(KNOWN_NAME, other.name(), Expected.KNOWN_OPEN, knownName.id()));
    ground
        .serviceAddress(other.namespace())
        .ifPresent(
            address ->
                questions.put(
                    Check.question("reverse " + other.name(), server, reversed(address), "PTR"),
                    new Question(REVERSE, other.name(), Expected.KNOWN_OPEN, knownName.id())));
    for (String name : List.of("*." + zone, zone, "any." + zone)) {
      for (String type : List.of("A", "SRV")) {
        questions.put(
            Check.question("%s %s".formatted(type, name), server, name, type),
            new Question(WILDCARD, other.name(), Expected.SHUT, knownName.id()));
      }
    }
    questions.put(
        Check.transfer("transfer " + other.name(), server, "cluster.local"),
        new Question(TRANSFER, other.name(), Expected.SHUT, knownName.id()));
  }

  private static String reversed(String address) {
    List<String> parts = List.of(address.split("\\.")).reversed();
    return String.join(".", parts) + ".in-addr.arpa";
  }

  private static Vector vector(String id, String title) {
    return new Vector("dns." + id, Family.DNS, title, SERVER);
  }
}
