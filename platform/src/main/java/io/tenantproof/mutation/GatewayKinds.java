package io.tenantproof.mutation;

import io.fabric8.kubernetes.api.model.apiextensions.v1.CustomResourceDefinition;
import io.fabric8.kubernetes.api.model.apiextensions.v1.CustomResourceDefinitionBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.tenantproof.probe.Run;
import io.tenantproof.wait.Await;
import io.tenantproof.wait.Expectation;
import io.tenantproof.wait.Outcome;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Kinds of the Gateway API (https://gateway-api.sigs.k8s.io/reference/spec/), for a cluster that
 * serves none: rules on them could not be tried there. They take anything and nobody acts on them.
 *
 * @param client of the cluster
 * @param run that makes them; what it makes goes with it
 */
record GatewayKinds(KubernetesClient client, Run run) {

  private static final String GROUP = "gateway.networking.k8s.io";
  private static final Duration SERVED = Duration.ofSeconds(30);

  /** Makes those that are not there, and waits until they are served. */
  void provide() {
    List<String> made =
        List.of("Gateway", "HTTPRoute").stream().filter(this::isMissing).map(this::made).toList();
    Await.atMost(SERVED)
        .until(
            Expectation.allOf(
                "the kinds of the Gateway API are served",
                made.stream().map(this::isServed).toList()));
  }

  private boolean isMissing(String kind) {
    return client.apiextensions().v1().customResourceDefinitions().withName(name(kind)).get()
        == null;
  }

  private String made(String kind) {
    CustomResourceDefinition definition =
        new CustomResourceDefinitionBuilder()
            .withMetadata(run.head("", name(kind)))
            .editMetadata()
            // Asked for in groups below k8s.io
            // (https://github.com/kubernetes/enhancements/pull/1111).
            .addToAnnotations(
                "api-approved.kubernetes.io", "unapproved, for as long as a run takes")
            .endMetadata()
            .withNewSpec()
            .withGroup(GROUP)
            .withScope("Namespaced")
            .withNewNames()
            .withKind(kind)
            .withPlural(plural(kind))
            .endNames()
            .addNewVersion()
            .withName("v1")
            .withServed(true)
            .withStorage(true)
            .withNewSchema()
            .withNewOpenAPIV3Schema()
            .withType("object")
            .withXKubernetesPreserveUnknownFields(true)
            .endOpenAPIV3Schema()
            .endSchema()
            .endVersion()
            .endSpec()
            .build();
    client.resource(definition).create();
    return kind;
  }

  private Expectation isServed(String kind) {
    return new Expectation(
        "%s is served".formatted(kind),
        () -> {
          Map<String, String> conditions =
              client
                  .apiextensions()
                  .v1()
                  .customResourceDefinitions()
                  .withName(name(kind))
                  .require()
                  .getStatus()
                  .getConditions()
                  .stream()
                  .collect(
                      java.util.stream.Collectors.toMap(
                          one -> one.getType(), one -> one.getStatus()));
          return Outcome.of("True".equals(conditions.get("Established")), conditions.toString());
        });
  }

  private static String name(String kind) {
    return "%s.%s".formatted(plural(kind), GROUP);
  }

  private static String plural(String kind) {
    return kind.toLowerCase(Locale.ROOT) + "s";
  }
}
