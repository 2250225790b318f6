package io.tenantproof.cli;

import io.tenantproof.forge.Forge;
import io.tenantproof.forge.ForgeFailed;
import io.tenantproof.forge.ForgeKind;
import io.tenantproof.git.Credentials;
import io.tenantproof.git.RemoteRepository;
import io.tenantproof.platform.Kit;
import io.tenantproof.settings.BadSetting;
import io.tenantproof.settings.Setting;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Where changes are proposed: what is not given is told by the pipeline or by git. */
final class ForgeOptions {

  private static final Duration PATIENCE = Duration.ofMinutes(2);

  @Option(
      names = "--forge",
      paramLabel = "KIND",
      description = "github, gitlab or gitea; default: the pipeline's, else by the host's name")
  private @Nullable ForgeKind kind;

  @Option(
      names = "--forge-api",
      paramLabel = "URL",
      description = "base address of the forge's API; default: the pipeline's, else on the host")
  private @Nullable URI api;

  @Option(
      names = "--repository",
      paramLabel = "OWNER/NAME",
      description = "repository on the forge; default: the path of the address")
  private @Nullable String repository;

  /** The repository that Argo CD reads. */
  RemoteRepository remote(Kit kit) {
    return kit.settings()
        .find(Setting.GIT_URL)
        .map(RemoteRepository::of)
        .or(() -> RemoteRepository.originOf(kit.home()))
        .orElseThrow(
            () ->
                new BadSetting(
                    "%s has no remote \"origin\"; name the repository that Argo CD reads with %s."
                        .formatted(kit.home(), Setting.GIT_URL.variable())));
  }

  /** Whether git needs somebody: a folder of this machine knows nobody. */
  Optional<Credentials> credentials(RemoteRepository remote, Map<String, String> environment) {
    return remote.host().isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Credentials(
                kind(remote, environment).user(), kind(remote, environment).token(environment)));
  }

  /** Who looks: whoever has a token, else nobody. */
  Optional<Credentials> reader(RemoteRepository remote, Map<String, String> environment) {
    try {
      return credentials(remote, environment);
    } catch (ForgeFailed | BadSetting nobody) {
      return Optional.empty();
    }
  }

  Forge forge(RemoteRepository remote, Map<String, String> environment) {
    ForgeKind found = kind(remote, environment);
    return Forge.at(
        found,
        Optional.ofNullable(api).orElseGet(() -> found.api(environment, remote.host())),
        Optional.ofNullable(repository).orElse(remote.path()),
        found.token(environment),
        PATIENCE);
  }

  private ForgeKind kind(RemoteRepository remote, Map<String, String> environment) {
    return Optional.ofNullable(kind)
        .or(() -> ForgeKind.find(environment, remote.host()))
        .orElseThrow(
            () ->
                new BadSetting(
                    "What forge %s is on can't be told by its name; say it with --forge github, gitlab or gitea."
                        .formatted(remote)));
  }
}
