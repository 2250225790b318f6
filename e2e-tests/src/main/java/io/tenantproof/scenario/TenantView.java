package io.tenantproof.scenario;

import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.readiness.Readiness;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.tenantproof.cluster.Leaving;
import io.tenantproof.tenant.Tenant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * One tenant as the cluster has it.
 *
 * @param tenant whose
 * @param client of the cluster, as its administrator
 */
public record TenantView(Tenant tenant, KubernetesClient client) {

  private static final Map<String, String> WORKLOAD = Map.of("app.kubernetes.io/name", "demo-api");
  private static final Pattern LOG_FILE = Pattern.compile("\\d+\\.log(\\.\\d{8}-\\d{6})?(\\.gz)?");

  /** Its name. */
  public String name() {
    return tenant.name();
  }

  /**
   * Asks its workload over HTTP who it is.
   *
   * @throws RuntimeException when nothing answers, or something else than 200
   */
  public Answer answer() {
    return http()
        .ask(
            "/api/v1/tenant",
            response -> {
              JsonPath body = response.then().statusCode(200).extract().jsonPath();
              return new Answer(
                  body.getString("tenantName"),
                  body.getString("environment"),
                  body.getString("version"),
                  body.getString("pod"),
                  body.getString("message"));
            });
  }

  /**
   * Asks its workload over HTTP for a path, which need not be one that it serves.
   *
   * @return the status
   * @throws RuntimeException when nothing answers
   */
  public int request(String path) {
    return http().ask(path, Response::statusCode);
  }

  // A pod that is leaving still answers for a while, as whatever it was.
  private PodHttp http() {
    return new PodHttp(client, ready().getFirst());
  }

  /** What it runs now. */
  public Running running() {
    List<Pod> ready = ready();
    return new Running(
        ready.stream().map(pod -> pod.getMetadata().getName()).sorted().toList(),
        ready.stream()
            .flatMap(pod -> pod.getSpec().getContainers().stream())
            .map(container -> container.getImage())
            .sorted()
            .toList());
  }

  private List<Pod> ready() {
    return client
        .pods()
        .inNamespace(tenant.namespace())
        .withLabels(WORKLOAD)
        .list()
        .getItems()
        .stream()
        .filter(Leaving::isNot)
        .filter(pod -> Readiness.getInstance().isReady(pod))
        .toList();
  }

  /** What its namespace runs, pod by pod. */
  public Workload workload() {
    return new Workload(client, tenant.namespace());
  }

  /** What keeps it, and others from it. */
  public Guardrails guardrails() {
    return new Guardrails(client, tenant.namespace());
  }

  /** It takes all it can get, beside a tenant that is to go on as ever. */
  public Rivals beside(TenantView quiet) {
    return Rivals.meet(client, tenant.namespace(), quiet.tenant.namespace());
  }

  /** Gives a ServiceAccount of it a ClusterRole in its namespace by hand, until it is closed. */
  public Grant grantByHand(String account, String role) {
    return Grant.give(client, tenant.namespace(), account, role);
  }

  /** Each object that the cluster has of it; empty once nothing is left. */
  public List<String> traces() {
    return new Traces(client, tenant).all();
  }

  /** Whether its namespace is there. */
  public boolean hasNamespace() {
    return client.namespaces().withName(tenant.namespace()).get() != null;
  }

  /** The labels of its namespace. */
  public Map<String, String> namespaceLabels() {
    return client.namespaces().withName(tenant.namespace()).get().getMetadata().getLabels();
  }

  /** Whether it has a ConfigMap of this name. */
  public boolean hasConfigMap(String name) {
    return client.configMaps().inNamespace(tenant.namespace()).withName(name).get() != null;
  }

  /** How many pods its workload is declared to have. */
  public int replicas() {
    return client
        .apps()
        .deployments()
        .inNamespace(tenant.namespace())
        .withName("demo-api")
        .get()
        .getSpec()
        .getReplicas();
  }

  /** Changes by hand how many pods its workload has, as a person with kubectl would. */
  public void scaleByHand(int replicas) {
    client
        .apps()
        .deployments()
        .inNamespace(tenant.namespace())
        .withName("demo-api")
        .scale(replicas);
  }

  /** Deletes the Service of its workload by hand. */
  public void deleteServiceByHand() {
    client.services().inNamespace(tenant.namespace()).withName("demo-api").delete();
  }

  /** Whether the Service of its workload is there. */
  public boolean hasService() {
    return client.services().inNamespace(tenant.namespace()).withName("demo-api").get() != null;
  }

  /** The files that a container of its pod has written its log to, as the kubelet names them. */
  public List<String> logFiles(String app) {
    Pod pod = PodDoor.pods(client, tenant.namespace(), app).getFirst();
    String folder =
        "%s_%s_%s/%s"
            .formatted(
                tenant.namespace(), pod.getMetadata().getName(), pod.getMetadata().getUid(), app);
    String listing =
        client.raw(
            "/api/v1/nodes/%s/proxy/logs/pods/%s/".formatted(pod.getSpec().getNodeName(), folder));
    return LOG_FILE
        .matcher(Objects.requireNonNullElse(listing, ""))
        .results()
        .map(MatchResult::group)
        .distinct()
        .toList();
  }
}
