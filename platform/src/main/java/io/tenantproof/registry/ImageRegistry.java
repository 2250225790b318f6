package io.tenantproof.registry;

import com.google.cloud.tools.jib.api.CacheDirectoryCreationException;
import com.google.cloud.tools.jib.api.Containerizer;
import com.google.cloud.tools.jib.api.Credential;
import com.google.cloud.tools.jib.api.CredentialRetriever;
import com.google.cloud.tools.jib.api.ImageReference;
import com.google.cloud.tools.jib.api.InvalidImageReferenceException;
import com.google.cloud.tools.jib.api.Jib;
import com.google.cloud.tools.jib.api.LogEvent;
import com.google.cloud.tools.jib.api.RegistryException;
import com.google.cloud.tools.jib.api.RegistryImage;
import com.google.cloud.tools.jib.api.RegistryUnauthorizedException;
import com.google.cloud.tools.jib.api.TarImage;
import com.google.cloud.tools.jib.event.EventHandlers;
import com.google.cloud.tools.jib.frontend.CredentialRetrieverFactory;
import com.google.cloud.tools.jib.http.FailoverHttpClient;
import com.google.cloud.tools.jib.registry.RegistryClient;
import com.google.cloud.tools.jib.registry.RegistryCredentialsNotSentException;
import com.google.cloud.tools.jib.registry.credentials.CredentialRetrievalException;
import io.tenantproof.file.FileTree;
import io.tenantproof.image.ImageName;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/**
 * Registries, each reached by the name of an image in it. One on this machine may speak plain HTTP,
 * any other must not; a password is sent over HTTPS only.
 *
 * @param login who asks; empty for what Docker's own settings say
 */
public record ImageRegistry(Optional<Login> login) {

  private static final Pattern THIS_MACHINE =
      Pattern.compile("(localhost|127\\.[0-9.]+|\\[::1\\])(:[0-9]+)?");
  private static final String TOOL = "tenantproof";

  /**
   * The digest of what a tag names; empty where the registry has no such tag.
   *
   * @throws RegistryFailed when it can't be asked, with the cure
   */
  public Optional<String> digest(ImageName image) {
    ImageReference reference = reference(image);
    FailoverHttpClient http = new FailoverHttpClient(isHere(image), false, event -> {});
    try {
      Optional<Credential> credential = retriever(reference).retrieve();
      RegistryClient.Factory factory =
          RegistryClient.factory(
                  EventHandlers.NONE, reference.getRegistry(), reference.getRepository(), http)
              .setUserAgent(TOOL);
      credential.ifPresent(factory::setCredential);
      RegistryClient client = factory.newRegistryClient();
      if (!client.doPullBearerAuth() && credential.isPresent()) {
        client.configureBasicAuth();
      }
      return client.checkManifest(image.tag()).map(found -> String.valueOf(found.getDigest()));
    } catch (IOException | RegistryException | CredentialRetrievalException e) {
      throw failed("%s can't be looked up".formatted(image), image, e);
    } finally {
      closed(http);
    }
  }

  /**
   * Pushes an image.
   *
   * @param archive the image in the format of {@code docker save}
   * @param labels more labels for it
   * @return the digest under which the registry has it; the same archive and labels give the same
   * @throws RegistryFailed when it can't be pushed, with the cure
   */
  public String push(
      Path archive, ImageName target, Map<String, String> labels, Consumer<String> detail) {
    ImageReference reference = reference(target);
    try {
      Path scratch = Files.createTempDirectory("tenantproof-push");
      try {
        return Jib.from(TarImage.at(archive))
            .setLabels(labels)
            .containerize(
                Containerizer.to(
                        RegistryImage.named(reference).addCredentialRetriever(retriever(reference)))
                    .setAllowInsecureRegistries(isHere(target))
                    .setBaseImageLayersCache(scratch)
                    .setApplicationLayersCache(scratch)
                    .setToolName(TOOL)
                    .addEventHandler(LogEvent.class, event -> tell(event, detail)))
            .getDigest()
            .toString();
      } finally {
        new FileTree(scratch).delete();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw failed("The push of %s was interrupted".formatted(target), target, e);
    } catch (ExecutionException e) {
      throw failed(
          "%s can't be pushed".formatted(target),
          target,
          Optional.ofNullable(e.getCause()).orElse(e));
    } catch (IOException | RegistryException | CacheDirectoryCreationException e) {
      throw failed("%s can't be pushed".formatted(target), target, e);
    }
  }

  private static void tell(LogEvent event, Consumer<String> detail) {
    if (event.getLevel() == LogEvent.Level.PROGRESS || event.getLevel() == LogEvent.Level.WARN) {
      detail.accept(event.getMessage());
    }
  }

  private CredentialRetriever retriever(ImageReference reference) {
    return login
        .<CredentialRetriever>map(
            one -> () -> Optional.of(Credential.from(one.user(), one.password())))
        .orElseGet(
            () -> CredentialRetrieverFactory.forImage(reference, event -> {}).dockerConfig());
  }

  private static RegistryFailed failed(String what, ImageName image, Throwable cause) {
    String cure =
        switch (cause) {
          case RegistryUnauthorizedException refused ->
              "Check that the login may do that: %s.".formatted(Login.PLACES);
          case RegistryCredentialsNotSentException plain ->
              "A password is sent over HTTPS only: let the registry speak it, or take its password"
                  + " away.";
          default ->
              "Check that %s can be reached and that the name is right."
                  .formatted(image.registry());
        };
    return new RegistryFailed("%s: %s\n%s".formatted(what, cause.getMessage(), cure), cause);
  }

  private static boolean isHere(ImageName image) {
    return THIS_MACHINE.matcher(image.registry()).matches();
  }

  private static ImageReference reference(ImageName image) {
    try {
      return ImageReference.parse(image.toString());
    } catch (InvalidImageReferenceException e) {
      throw new IllegalArgumentException(e.getMessage(), e);
    }
  }

  private static void closed(FailoverHttpClient http) {
    try {
      http.shutDown();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
