package io.tenantproof.cluster;

import io.fabric8.kubernetes.api.model.NamedContext;
import io.fabric8.kubernetes.client.Config;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
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
    Config config = Config.fromKubeconfig(kubeconfig.toFile());
    NamedContext chosen = chosen(config);
    refuseProduction(chosen, config);
    Cluster cluster = Cluster.existing(chosen.getName(), kubeconfig, configured(chosen));
    try {
      cluster.kubernetesVersion();
      return cluster;
    } catch (RuntimeException e) {
      cluster.close();
      throw new ClusterUnavailable(
          "The cluster of the context \"%s\" does not answer at %s: %s"
              .formatted(chosen.getName(), config.getMasterUrl(), e.getMessage()),
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
