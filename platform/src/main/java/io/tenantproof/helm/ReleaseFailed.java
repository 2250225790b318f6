package io.tenantproof.helm;

/** A chart could not be installed or upgraded. */
public final class ReleaseFailed extends RuntimeException {
  private static final long serialVersionUID = 1L;

  ReleaseFailed(String message, Throwable cause) {
    super(message, cause);
  }

  /**
   * Whether the API server did not know a kind of the chart's
   * (https://github.com/helm/helm/blob/main/pkg/kube/client.go names CRDs in its words for it).
   */
  boolean isForWantOfAKind() {
    return String.valueOf(getMessage()).contains("ensure CRDs are installed first");
  }
}
