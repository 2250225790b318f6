package io.tenantproof.cluster;

import io.fabric8.kubernetes.api.model.NamedContext;
import io.fabric8.kubernetes.client.Config;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * An existing cluster by kubeconfig. Nothing in it is touched but namespaces that carry the kit's
 * label.
 *
 * @param kubeconfig the file
 * @param context the context by name; empty for the file's current one
 */
public record KubeconfigProvider(Path kubeconfig, Optional<String> context)
    implements ClusterProvider {

  private static final Pattern PRODUCTION =
      Pattern.compile("(^|[^a-z])(prod|production|prd|live)([^a-z]|$)", Pattern.CASE_INSENSITIVE);

  @Override
  public Cluster provide(ClusterRequest request) {
    if (!Files.isReadable(kubeconfig)) {
      throw new ClusterUnavailable(
          "The kubeconfig %s can't be read; name another with TENANTPROOF_KUBECONFIG."
              .formatted(kubeconfig));
    }
    Config config = read();
    NamedContext chosen = chosen(config);
    refuseProduction(chosen, config);
    Reachable.require(
        configured(chosen),
        "The cluster of the context \"%s\"".formatted(chosen.getName()),
        "start it, or name another with TENANTPROOF_CONTEXT");
    return Cluster.existing(chosen.getName(), text(chosen), request.kubeconfig());
  }

  // Whoever reads the copy, Helm too, uses the chosen context and no other.
  private String text(NamedContext chosen) {
    try {
      return KubeconfigText.withContext(
          Files.readString(kubeconfig),
          chosen.getName(),
          Objects.requireNonNull(kubeconfig.toAbsolutePath().getParent()));
    } catch (IOException e) {
      throw new UncheckedIOException(kubeconfig + " can't be read", e);
    }
  }

  private Config read() {
    try {
      return Config.fromKubeconfig(kubeconfig.toFile());
    } catch (RuntimeException e) {
      throw new ClusterUnavailable(
          "%s is no kubeconfig (%s); name another with TENANTPROOF_KUBECONFIG."
              .formatted(kubeconfig, e.getMessage()),
          e);
    }
  }

  @Override
  public boolean startsNodes() {
    return false;
  }

  private NamedContext chosen(Config config) {
    if (context.isEmpty()) {
      return Optional.ofNullable(config.getCurrentContext())
          .orElseThrow(
              () ->
                  new ClusterUnavailable(
                      "%s has no current context; name one with TENANTPROOF_CONTEXT."
                          .formatted(kubeconfig)));
    }
    List<NamedContext> contexts = config.getContexts();
    return contexts.stream()
        .filter(one -> one.getName().equals(context.get()))
        .findFirst()
        .orElseThrow(
            () ->
                new ClusterUnavailable(
                    "%s has no context \"%s\"; it has %s."
                        .formatted(
                            kubeconfig,
                            context.get(),
                            contexts.stream().map(NamedContext::getName).sorted().toList())));
  }

  private void refuseProduction(NamedContext chosen, Config config) {
    String names =
        chosen.getName() + " " + chosen.getContext().getCluster() + " " + config.getMasterUrl();
    if (context.isEmpty() && PRODUCTION.matcher(names).find()) {
      throw new ClusterUnavailable(
          "The current context \"%s\" looks like production. To use it all the same, name it: TENANTPROOF_CONTEXT=%s."
              .formatted(chosen.getName(), chosen.getName()));
    }
  }

  private Config configured(NamedContext chosen) {
    return Config.fromKubeconfig(chosen.getName(), kubeconfig.toFile());
  }
}
