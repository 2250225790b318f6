package io.tenantproof.vector;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Where an Application takes its manifests from.
 *
 * @param spec as an Application has it
 */
record GitSource(Map<String, Object> spec) {

  private static final String REPOSITORY = "repoURL";
  private static final String NOT_THERE = "tenantproof-not-there";

  /** Copies what it is given. */
  GitSource {
    spec = Map.copyOf(spec);
  }

  /** Its repository. */
  String repository() {
    return String.valueOf(spec.get(REPOSITORY));
  }

  /** The same of a repository beside its own; there is none. */
  GitSource ofAnotherRepository() {
    return with(REPOSITORY, beside(".git"));
  }

  /** An address beside its repository, where there is no values file. */
  String noValuesFile() {
    return beside(".yaml");
  }

  // Whoever is let in asks the same server: no packet leaves the cluster.
  private String beside(String ending) {
    return repository().replaceAll("[^/]+/?$", NOT_THERE + ending);
  }

  /** The same with another values file. */
  GitSource withValues(String file) {
    return with("helm", Map.of("releaseName", "demo-api", "valueFiles", List.of(file)));
  }

  private GitSource with(String key, Object value) {
    Map<String, Object> changed = new TreeMap<>(spec);
    changed.put(key, value);
    return new GitSource(changed);
  }
}
