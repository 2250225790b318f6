package io.tenantproof.platform;

import io.fabric8.kubernetes.api.model.Secret;
import io.fabric8.kubernetes.api.model.SecretBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.tenantproof.git.Credentials;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;

/**
 * Passwords that the kit makes up once for a cluster and keeps in a Secret of it; they are nowhere
 * else.
 *
 * @param client of the cluster
 * @param namespace of the Secret
 */
record Passwords(KubernetesClient client, String namespace) {

  private static final String SECRET = "tenantproof-credentials";
  private static final int BYTES = 24;

  /** The credentials of a user, the same at each call. */
  Credentials of(String username) {
    Optional<Secret> there =
        Optional.ofNullable(client.secrets().inNamespace(namespace).withName(SECRET).get());
    return there
        .flatMap(secret -> Optional.ofNullable(secret.getData()).map(data -> data.get(username)))
        .map(value -> new String(Base64.getDecoder().decode(value), StandardCharsets.UTF_8))
        .map(password -> new Credentials(username, password))
        .orElseGet(() -> keep(there, new Credentials(username, madeUp())));
  }

  private Credentials keep(Optional<Secret> there, Credentials fresh) {
    Secret secret =
        there
            .map(SecretBuilder::new)
            .orElseGet(
                () ->
                    new SecretBuilder()
                        .withNewMetadata()
                        .withName(SECRET)
                        .withNamespace(namespace)
                        .endMetadata())
            .addToStringData(Map.of(fresh.username(), fresh.password()))
            .build();
    if (there.isPresent()) {
      client.resource(secret).update();
    } else {
      client.resource(secret).create();
    }
    return fresh;
  }

  private static String madeUp() {
    byte[] bytes = new byte[BYTES];
    new SecureRandom().nextBytes(bytes);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}
