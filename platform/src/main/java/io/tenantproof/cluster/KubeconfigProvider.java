package io.tenantproof.cluster;

import io.fabric8.kubernetes.api.model.NamedContext;
import io.fabric8.kubernetes.client.Config;
import io.tenantproof.yaml.YamlText;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/**
 * An existing cluster by kubeconfig. Nothing in it is touched but namespaces that carry the kit's
 * label.
 *
 * @param kubeconfig the file
 * @param context the context by name; empty for the file's current one
 * @param programs whether it may start programs for its credentials
 */
public record KubeconfigProvider(Path kubeconfig, Optional<String> context, boolean programs)
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
    // Before any client reads it: reading the credentials is what starts the program.
    JsonNode content = content();
    String name = KubeconfigText.context(content, kubeconfig, context);
    new ForeignCode(content, kubeconfig, programs).refuse(name);
    Config config = read(name);
    NamedContext chosen = chosen(config, name);
    refuseProduction(chosen, config);
    Reachable.require(
        config,
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

  private Config read(String name) {
    try {
      return Config.fromKubeconfig(name, kubeconfig.toFile());
    } catch (RuntimeException e) {
      throw noKubeconfig(String.valueOf(e.getMessage()), e);
    }
  }

  @Override
  public boolean startsNodes() {
    return false;
  }

  private JsonNode content() {
    List<String> problems = new ArrayList<>();
    Optional<String> text = YamlText.readPlain(kubeconfig, kubeconfig.toString(), problems);
    if (text.isEmpty()) {
      throw noKubeconfig(String.join("\n", problems), null);
    }
    try {
      return YAMLMapper.shared().readTree(text.get());
    } catch (JacksonException e) {
      throw noKubeconfig(e.getOriginalMessage(), e);
    }
  }

  private NamedContext chosen(Config config, String name) {
    return config.getContexts().stream()
        .filter(one -> one.getName().equals(name))
        .findFirst()
        .orElseThrow(() -> noKubeconfig("its contexts can't be read", null));
  }

  private ClusterUnavailable noKubeconfig(String reason, @Nullable Throwable cause) {
    ClusterUnavailable none =
        new ClusterUnavailable(
            "%s is no kubeconfig (%s); name another with TENANTPROOF_KUBECONFIG."
                .formatted(kubeconfig, reason));
    if (cause != null) {
      none.initCause(cause);
    }
    return none;
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
}
