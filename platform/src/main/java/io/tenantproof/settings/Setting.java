package io.tenantproof.settings;

import java.util.Locale;

/**
 * One setting. It is given as {@code -Dtenantproof.some-name=value}, as the variable {@code
 * TENANTPROOF_SOME_NAME} or as the flag {@code --some-name}; the flag wins over the property, the
 * property over the variable.
 */
public enum Setting {
  /** Which cluster provider is used. */
  PROVIDER("testcontainers", "testcontainers | k3d | kubeconfig", "where the cluster comes from"),
  /** The kubeconfig file of the provider {@code kubeconfig}. */
  KUBECONFIG(
      "", "file", "kubeconfig of the existing cluster; default: $KUBECONFIG, ~/.kube/config"),
  /** The context of the provider {@code kubeconfig}. */
  CONTEXT("", "name", "context of the existing cluster; default: the current one"),
  /** Whether a kubeconfig may start programs. */
  KUBECONFIG_EXEC(
      "refuse",
      "refuse | allow",
      "whether a kubeconfig may start programs for its credentials, as those of EKS do"),
  /** How many nodes a cluster of the kit's own has. */
  NODES("1", "1 | 2", "nodes of a cluster that the kit starts"),
  /** How images are had. */
  IMAGES("auto", "auto | pull | build", "auto: engine, then registry, then built from packages"),
  /** The node image, where the default one is not wanted. */
  NODE_IMAGE("", "image", "node image that honours rancher/k3s' contract"),
  /** Where built images and downloads are kept. */
  CACHE("", "folder", "cache; default: ${XDG_CACHE_HOME:-~/.cache}/tenantproof"),
  /** The root of the kit's own files. */
  HOME("", "folder", "the kit's folder; default: the first parent that holds platform/images"),
  /** What of a platform is the user's own. */
  CONFIG(
      "",
      "file",
      "what is your own; default: tenantproof.yaml in the kit's folder, if it is there"),
  /** Where Debian packages come from. */
  DEBIAN_MIRROR("http://deb.debian.org", "URL", "Debian mirror for images built from packages"),
  /** The first port on loopback for the demo's pages. */
  PORT_BASE("18080", "port", "first of ten ports on loopback for the demo's URLs"),
  /** A remote repository in place of the git server in the cluster. */
  GIT_URL("", "URL", "remote repository that Argo CD reads; default: a git server in the cluster"),
  /** The revision of the remote repository. */
  GIT_REVISION("main", "revision", "branch, tag or commit of the repository"),
  /** How long a wait may take, in seconds. */
  WAIT_SECONDS("300", "seconds", "how long one wait for the cluster may take"),
  /** What happens to a cluster after a failed test. */
  KEEP(
      "never",
      "never | on-failure | always",
      "keep the cluster of a test run, or of a demo that fails"),
  /** Whether the platform of a test run is kept for the next one. */
  REUSE("false", "true | false", "keep the platform of a test run warm, and use it again"),
  /** Whether a failure prints its stack trace too. */
  DEBUG("false", "true | false", "print the stack trace of a failure too");

  private final String fallback;
  private final String form;
  private final String meaning;

  Setting(String fallback, String form, String meaning) {
    this.fallback = fallback;
    this.form = form;
    this.meaning = meaning;
  }

  /** The name in lower case with dashes, as in {@code port-base}. */
  public String key() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The system property, as in {@code tenantproof.port-base}. */
  public String property() {
    return "tenantproof." + key();
  }

  /** The environment variable, as in {@code TENANTPROOF_PORT_BASE}. */
  public String variable() {
    return "TENANTPROOF_" + name();
  }

  /** The value where none is given; empty where there is none. */
  public String fallback() {
    return fallback;
  }

  /** What a value looks like, as in {@code seconds}. */
  public String form() {
    return form;
  }

  /** What it is for. */
  public String meaning() {
    return meaning;
  }
}
