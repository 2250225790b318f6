package io.tenantproof.platform;

import io.tenantproof.cluster.Cluster;
import io.tenantproof.cluster.NodeContainer;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * The pages that lead from loopback into a node's cluster at the moment.
 *
 * @param node that forwards them
 */
public record OpenPages(NodeContainer node) {

  private static final Duration ANSWER = Duration.ofSeconds(10);
  private static final Pattern FORWARD =
      Pattern.compile("^\\S*page-(\\d+)\\.to:(\\S+) ([^\\s:]+):\\d+$", Pattern.MULTILINE);

  /**
   * The pages of a cluster, those alone that answer.
   *
   * @throws PlatformFailed when there is none, with what to do
   */
  public static List<Pages.Page> of(Cluster cluster) {
    List<Pages.Page> pages =
        cluster.node().map(node -> new OpenPages(node).answering()).orElse(List.of());
    if (pages.isEmpty()) {
      throw new PlatformFailed(
          cluster.node().isPresent()
              ? "No page answers: run `make demo` again."
              : "Pages lead into the kit's own node only. For the cluster %s use kubectl: `kubectl -n argocd port-forward service/argocd-server 8080:80`."
                  .formatted(cluster.name()));
    }
    return pages;
  }

  /** Those that something answers at, in the order of their ports. */
  public List<Pages.Page> answering() {
    return all(node.run(ANSWER, "sh", "-c", "grep -H . /run/page-*.to || true")).stream()
        .filter(page -> Pages.answers(page.uri()))
        .toList();
  }

  /** The pages of what the node has written down of its forwards. */
  static List<Pages.Page> all(String forwards) {
    return FORWARD
        .matcher(forwards)
        .results()
        .map(one -> new Pages.Page(title(one), URI.create("http://127.0.0.1:" + one.group(1))))
        .toList();
  }

  private static String title(MatchResult forward) {
    String service = forward.group(3);
    return Optional.of(service)
        .flatMap(Pages::titleOf)
        // A tenant's page is called by the tenant.
        .orElse(forward.group(2));
  }
}
