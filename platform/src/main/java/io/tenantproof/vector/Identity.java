package io.tenantproof.vector;

import io.fabric8.kubernetes.api.model.authentication.TokenRequest;
import io.fabric8.kubernetes.api.model.authentication.TokenRequestBuilder;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.ConfigBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import io.fabric8.kubernetes.client.http.HttpClient;
import io.fabric8.kubernetes.client.http.HttpRequest;
import io.fabric8.kubernetes.client.http.HttpResponse;
import io.tenantproof.isolation.Observation;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Somebody who asks the Kubernetes API.
 *
 * @param name who, as in "viewer"
 * @param client that asks as it
 */
record Identity(String name, KubernetesClient client) implements AutoCloseable {

  private static final long TOKEN_SECONDS = 600;
  private static final int ANSWER_SECONDS = 10;
  private static final int SHOWN = 160;

  /** The user that the run itself is: what the tenants may not do it may. */
  static Identity ofTheRun(KubernetesClient client) {
    return new Identity("the run", client);
  }

  /**
   * A ServiceAccount, with a token of its own for some minutes
   * (https://kubernetes.io/docs/reference/kubernetes-api/authentication-resources/token-request-v1/);
   * empty where there is none of that name.
   */
  static Optional<Identity> serviceAccount(
      KubernetesClient client, String namespace, String account) {
    if (client.serviceAccounts().inNamespace(namespace).withName(account).get() == null) {
      return Optional.empty();
    }
    TokenRequest token =
        client
            .serviceAccounts()
            .inNamespace(namespace)
            .withName(account)
            .tokenRequest(
                new TokenRequestBuilder()
                    .withNewSpec()
                    .withExpirationSeconds(TOKEN_SECONDS)
                    .endSpec()
                    .build());
    return Optional.of(
        new Identity(
            account,
            connected(anonymous(client).withOauthToken(token.getStatus().getToken()).build())));
  }

  /** A person of a group, as whom the run asks. */
  static Identity member(KubernetesClient client, String group) {
    return new Identity(
        "member of " + group,
        connected(
            new ConfigBuilder(client.getConfiguration())
                .withImpersonateUsername("somebody")
                .withImpersonateGroups(group, "system:authenticated")
                .build()));
  }

  private static KubernetesClient connected(Config config) {
    return new KubernetesClientBuilder().withConfig(config).build();
  }

  private static ConfigBuilder anonymous(KubernetesClient client) {
    Config known = client.getConfiguration();
    return new ConfigBuilder(Config.empty())
        .withMasterUrl(known.getMasterUrl())
        .withCaCertData(known.getCaCertData())
        .withCaCertFile(known.getCaCertFile())
        .withTrustCerts(known.isTrustCerts())
        .withHttp2Disable(known.isHttp2Disable());
  }

  /**
   * Asks once. Whether something is there is looked at after whether one may ask: an answer that is
   * no 401 or 403 comes from somebody who let the request in.
   */
  Observation ask(ApiRequest request) {
    return observe(request, Set.of(401, 403));
  }

  /**
   * Hands something in that the API server looks at itself: what it finds invalid it has not taken
   * either (https://kubernetes.io/docs/reference/access-authn-authz/validating-admission-policy/).
   */
  Observation submit(ApiRequest request) {
    try {
      Answer answer = answer(request, Map.of());
      // Whether there is such a kind is looked at before anything else.
      return answer.code() == 404 && request.method().equals("POST")
          ? Observation.notTried("the API server takes nothing at " + request.path())
          : observation(answer, Set.of(401, 403, 422));
    } catch (Unanswered e) {
      return Observation.failed(String.valueOf(e.getMessage()));
    }
  }

  private Observation observe(ApiRequest request, Set<Integer> refusals) {
    try {
      return observation(answer(request, Map.of()), refusals);
    } catch (Unanswered e) {
      return Observation.failed(String.valueOf(e.getMessage()));
    }
  }

  /**
   * The answer to a request.
   *
   * @throws Unanswered when there is none
   */
  Answer answer(ApiRequest request, Map<String, String> headers) {
    HttpClient http = client.getHttpClient();
    HttpRequest.Builder one =
        http.newHttpRequestBuilder()
            .uri(URI.create(client.getMasterUrl().toString().replaceAll("/$", "") + request.path()))
            .header("Accept", "application/json");
    headers.forEach(one::header);
    if (request.body().isEmpty()) {
      one.method(request.method(), null, null);
    } else {
      one.method(request.method(), request.contentType(), request.body());
    }
    try {
      HttpResponse<String> answer =
          http.sendAsync(one.build(), String.class).get(ANSWER_SECONDS, TimeUnit.SECONDS);
      return new Answer(answer.code(), Optional.ofNullable(answer.body()).orElse(""));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Unanswered("interrupted", e);
    } catch (ExecutionException e) {
      throw new Unanswered(String.valueOf(e.getCause()), e);
    } catch (TimeoutException e) {
      throw new Unanswered("no answer within %d s".formatted(ANSWER_SECONDS), e);
    }
  }

  /**
   * What the API server, or who is behind it, said.
   *
   * @param code of HTTP
   * @param body empty for none
   */
  record Answer(int code, String body) {

    /** The body for people: not all of it. */
    String shown() {
      return "%d %s"
          .formatted(code, body.length() <= SHOWN ? body : body.substring(0, SHOWN) + "…");
    }
  }

  /** Nobody answered a request. */
  static final class Unanswered extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Unanswered(String message, Throwable cause) {
      super(message, cause);
    }
  }

  private static Observation observation(Answer answer, Set<Integer> refusals) {
    if (refusals.contains(answer.code())) {
      return Observation.refused(refusal(answer.code(), answer.body()));
    }
    return answer.code() == 429 || answer.code() >= 500
        ? Observation.failed(answer.shown())
        : Observation.allowed("let in: " + answer.shown());
  }

  // The message of the Status that the API server answers with.
  private static String refusal(int code, String body) {
    int begin = body.indexOf("\"message\":\"");
    int end = body.indexOf("\",\"", begin + 1);
    return begin < 0 || end < 0
        ? String.valueOf(code)
        : "%d %s".formatted(code, body.substring(begin + 11, end).replace("\\\"", "\""));
  }

  @Override
  public void close() {
    client.close();
  }
}
