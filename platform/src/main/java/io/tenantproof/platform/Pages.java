package io.tenantproof.platform;

import io.tenantproof.cluster.NodeContainer;
import io.tenantproof.settings.BadSetting;
import io.tenantproof.settings.Setting;
import io.tenantproof.settings.Settings;
import io.tenantproof.tenant.Tenant;
import io.tenantproof.wait.Await;
import io.tenantproof.wait.Expectation;
import io.tenantproof.wait.NotMet;
import io.tenantproof.wait.Outcome;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The pages that people open: ports on loopback that lead to Services of the cluster, for as long
 * as the node runs.
 *
 * <p>The forwards run in the node and go on when this JVM has ended. Like every port-forward they
 * reach a pod from within, so no NetworkPolicy need be opened for them and no Service need be of
 * type NodePort.
 *
 * @param base the first of the ports
 */
public record Pages(int base) {

  /** Title of the page of Prometheus. */
  static final String PROMETHEUS = "Prometheus";

  /** Title of the page of Loki. */
  static final String LOKI = "Loki";

  private static final Map<String, String> TITLES =
      Map.of(
          "argocd-server", "Argo CD", "grafana", "Grafana", "prometheus", PROMETHEUS, "loki", LOKI);

  private static final int PORTS = 10;
  private static final Duration ANSWER = Duration.ofSeconds(2);
  private static final Duration DEADLINE = Duration.ofSeconds(20);

  /**
   * A page.
   *
   * @param title what it shows
   * @param uri where it is
   */
  public record Page(String title, URI uri) {}

  private record Forward(
      String title, int port, String namespace, String service, int servicePort) {}

  /** The pages where the settings want them. */
  public static Pages of(Settings settings) {
    return new Pages(settings.number(Setting.PORT_BASE, 1024, 65_535 - PORTS));
  }

  /** Which port of the node is which port on loopback: the same number. */
  public Map<Integer, Integer> ports() {
    return IntStream.range(base, base + PORTS)
        .boxed()
        .collect(Collectors.toMap(port -> port, port -> port));
  }

  /**
   * Stops a run whose ports somebody else has.
   *
   * @throws BadSetting naming the port and the setting
   */
  public void requireFree() {
    for (int port = base; port < base + PORTS; port++) {
      try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
        socket.setReuseAddress(true);
      } catch (IOException e) {
        throw new BadSetting(
            "Port %d on loopback is taken, and the demo needs %d to %d: free it, or choose others with %s."
                .formatted(port, base, base + PORTS - 1, Setting.PORT_BASE.variable()));
      }
    }
  }

  /**
   * Opens a page for each tenant, as far as there are ports, and those of the platform: Argo CD at
   * the first port, what the namespace observability runs at the last ones.
   */
  public List<Page> open(NodeContainer node, List<Tenant> tenants, Stack stack) {
    List<Forward> forwards = new ArrayList<>();
    forwards.add(new Forward("Argo CD", base, "argocd", "argocd-server", 80));
    for (Tenant tenant : tenants.subList(0, Math.min(tenants.size(), PORTS - 4))) {
      forwards.add(
          new Forward(tenant.name(), base + forwards.size(), tenant.namespace(), "demo-api", 80));
    }
    if (stack.grafana()) {
      forwards.add(new Forward("Grafana", base + 7, Stack.NAMESPACE, "grafana", 3000));
    }
    forwards.add(new Forward(PROMETHEUS, base + 8, Stack.NAMESPACE, "prometheus", 9090));
    forwards.add(new Forward(LOKI, base + 9, Stack.NAMESPACE, "loki", 3100));
    admitLoopbackOnly(node);
    List<Page> pages = new ArrayList<>();
    for (Forward forward : forwards) {
      URI uri = URI.create("http://127.0.0.1:" + forward.port());
      launch(node, forward);
      pages.add(new Page(forward.title(), uri));
    }
    pages.forEach(page -> awaitAnswer(page.uri()));
    return List.copyOf(pages);
  }

  // A published port is reached over an address of the node's container, which pods and other
  // containers can reach too. What comes from the host comes from the gateway.
  private void admitLoopbackOnly(NodeContainer node) {
    node.run(
        ANSWER.multipliedBy(5),
        "sh",
        "-c",
        """
        gateway=$(ip -4 route show default | sed -n 's/^default via \\([0-9.]*\\).*/\\1/p')
        rule="INPUT --protocol tcp --dport %d:%d ! --source ${gateway:?no gateway} --jump REJECT"
        iptables --wait 5 --check $rule 2>/dev/null || iptables --wait 5 --insert $rule
        """
            .formatted(base, base + PORTS - 1));
  }

  // A forward ends with its pod; the next one finds the pod that took its place. One that leads
  // elsewhere since a tenant came or went is ended first; one that leads there already stays.
  private static void launch(NodeContainer node, Forward forward) {
    node.launch(
        "sh",
        "-c",
        """
        mark=/run/page-%1$d; to="%2$s %3$s:%4$d"
        if [ "$(cat $mark.to 2>/dev/null)" = "$to" ] && kill -0 "$(cat $mark.pid)"; then exit 0; fi
        if [ -e $mark.pid ]; then kill "$(cat $mark.pid)"; fi
        echo $$ >$mark.pid; echo "$to" >$mark.to
        trap 'kill $!; exit 0' TERM
        while true; do
          kubectl port-forward --address=0.0.0.0 --namespace=%2$s service/%3$s %1$d:%4$d & wait $!
          sleep 1
        done
        """
            .formatted(
                forward.port(), forward.namespace(), forward.service(), forward.servicePort()));
  }

  private static void awaitAnswer(URI uri) {
    try {
      Await.atMost(DEADLINE)
          .until(
              new Expectation(
                  uri + " answers", () -> Outcome.of(answers(uri), "nothing answers at " + uri)));
    } catch (NotMet e) {
      throw new PlatformFailed(
          e.getMessage() + "\nRun it again; if that is of no help, `make down` first.", e);
    }
  }

  /** The title of the page that a Service of the platform shows; empty for a tenant's. */
  static Optional<String> titleOf(String service) {
    return Optional.ofNullable(TITLES.get(service));
  }

  /** Whether something answers there now. */
  static boolean answers(URI uri) {
    try (HttpClient http = HttpClient.newBuilder().connectTimeout(ANSWER).build()) {
      HttpRequest request = HttpRequest.newBuilder(uri).timeout(ANSWER).build();
      return http.send(request, BodyHandlers.discarding()).statusCode() < 500;
    } catch (IOException nobody) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
