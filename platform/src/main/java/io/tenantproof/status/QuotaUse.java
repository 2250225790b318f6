package io.tenantproof.status;

import io.fabric8.kubernetes.api.model.Quantity;
import io.fabric8.kubernetes.api.model.ResourceQuota;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * How much of a quota is used.
 *
 * @param resource as in "requests.cpu"
 * @param used as Kubernetes writes it
 * @param hard the limit
 * @param percent of the limit that is used
 */
public record QuotaUse(String resource, String used, String hard, int percent) {

  private static final int NEAR = 80;

  /** What of a namespace's quotas is nearly used up, most used first. */
  static List<QuotaUse> near(KubernetesClient client, String namespace) {
    return client.resourceQuotas().inNamespace(namespace).list().getItems().stream()
        .flatMap(QuotaUse::all)
        .filter(one -> one.percent() >= NEAR)
        .sorted(
            Comparator.comparingInt(QuotaUse::percent).reversed().thenComparing(QuotaUse::resource))
        .toList();
  }

  private static Stream<QuotaUse> all(ResourceQuota quota) {
    return Optional.ofNullable(quota.getStatus()).stream()
        .flatMap(
            status ->
                status.getHard().entrySet().stream()
                    .flatMap(
                        hard ->
                            Optional.ofNullable(status.getUsed().get(hard.getKey()))
                                .flatMap(used -> of(hard.getKey(), used, hard.getValue()))
                                .stream()));
  }

  // A limit of zero forbids, and nothing can come near it.
  private static Optional<QuotaUse> of(String resource, Quantity used, Quantity hard) {
    BigDecimal limit = hard.getNumericalAmount();
    if (limit.signum() <= 0) {
      return Optional.empty();
    }
    return Optional.of(
        new QuotaUse(
            resource,
            used.toString(),
            hard.toString(),
            used.getNumericalAmount()
                .multiply(BigDecimal.valueOf(100))
                .divide(limit, 0, RoundingMode.DOWN)
                .intValue()));
  }

  /** As in "pods 31 of 32". */
  @Override
  public String toString() {
    return "%s %s of %s".formatted(resource, used, hard);
  }
}
