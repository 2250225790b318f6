package io.tenantproof.gates;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Which package of ours may import which: data flows from left to right, and nothing to the left
 * knows anything to its right.
 */
final class Arrows {

  static final String ROOT = "io.tenantproof";

  /** Packages that a specification reads its sentences from. */
  static final List<String> HARNESS =
      List.of("scenario", "release", "fault", "diagnostics", "junit");

  private final Map<String, Set<String>> allowed = new LinkedHashMap<>();

  private Arrows() {}

  /** A new package is listed here, right of all that it imports. */
  static Arrows ofTheDesign() {
    Arrows arrows = new Arrows();
    arrows.leaves("demo", "progress", "command", "file", "http", "yaml");
    arrows.add("console", "command");
    arrows.add("settings", "console");
    arrows.add("tenant", "console yaml");
    arrows.add("debian", "command file");
    arrows.add("engine", "command console debian progress");
    arrows.add("wait", "progress");
    arrows.add("cluster", "command engine progress wait yaml");
    arrows.add("image", "cluster command console debian engine file progress wait yaml");
    arrows.add("helm", "cluster command file progress wait");
    arrows.add("git", "cluster command file progress wait");
    arrows.add("argocd", "cluster command progress wait");
    arrows.add("prometheus", "http progress wait");
    arrows.add("loki", "console http progress wait");
    arrows.add("grafana", "progress wait");
    arrows.add("forge", "http progress wait");
    arrows.add("registry", "file image progress");
    arrows.add("sbom", "command debian file image progress");
    arrows.add(
        "delivery", "argocd cluster file forge git image progress registry tenant wait yaml");
    arrows.leaves("isolation");
    arrows.add("probe", "cluster helm isolation wait");
    arrows.add(
        "vector", "argocd cluster git http isolation loki probe progress prometheus tenant wait");
    for (String measuring : List.of("mutation", "bench")) {
      arrows.add(measuring, "cluster console isolation probe progress tenant vector wait");
    }
    arrows.add("run", "isolation");
    arrows.add("report", "console isolation run");
    arrows.addOverAllBut("platform", "report");
    arrows.add("workload", "cluster console engine image platform progress wait");
    arrows.add("growth", "argocd cluster console git platform probe progress tenant wait");
    arrows.add("cyclonus", "bench cluster console engine image platform probe progress wait");
    arrows.add(
        "endurance",
        "argocd cluster command console engine file platform progress report run "
            + "settings wait");
    arrows.add(
        "status", "argocd cluster console platform probe progress settings tenant vector wait");
    arrows.add(
        "story",
        "argocd cluster console file git http isolation loki platform probe progress "
            + "prometheus tenant vector wait");
    arrows.add("boot", "argocd cluster console platform progress run tenant vector wait");
    arrows.add("measured", "boot console report run");
    arrows.addOverAllBut("cli");
    arrows.addOverAllBut("scenario", "cli");
    arrows.addOverAllBut("release", "cli");
    arrows.addOverAllBut("fault", "cli", "release");
    arrows.addOverAllBut("diagnostics", "cli", "release", "fault");
    arrows.addOverAllBut("junit", "cli", "release", "fault");
    return arrows;
  }

  /** Whether a package is listed. */
  boolean lists(String name) {
    return allowed.containsKey(name);
  }

  /** Whether one package may import another; both may be the same. */
  boolean allow(String from, String to) {
    return from.equals(to) || allowed.getOrDefault(from, Set.of()).contains(to);
  }

  /** What a package may import. */
  Set<String> of(String name) {
    return allowed.getOrDefault(name, Set.of());
  }

  private void leaves(String... names) {
    for (String name : names) {
      allowed.put(name, Set.of());
    }
  }

  private void add(String name, String names) {
    Set<String> left = Set.of(names.split(" "));
    for (String one : left) {
      if (!allowed.containsKey(one)) {
        throw new IllegalArgumentException(one + " must be listed left of " + name);
      }
    }
    allowed.put(name, left);
  }

  private void addOverAllBut(String name, String... excepted) {
    Set<String> left = new TreeSet<>(allowed.keySet());
    left.removeAll(Set.of(excepted));
    left.remove("demo");
    allowed.put(name, left);
  }
}
