package io.tenantproof.vector;

/**
 * A request to the Kubernetes API. One that would change something is a dry run.
 *
 * @param method of HTTP
 * @param path with its query
 * @param contentType of the body
 * @param body empty for none
 */
record ApiRequest(String method, String path, String contentType, String body) {

  private static final String DRY = "dryRun=All";

  static ApiRequest get(String path) {
    return new ApiRequest("GET", path, "", "");
  }

  static ApiRequest post(String path, String body) {
    return new ApiRequest("POST", path + "?" + DRY, "application/json", body);
  }

  /** A POST that knows no dry run, and that does nothing by itself. */
  static ApiRequest ask(String path, String body) {
    return new ApiRequest("POST", path, "application/json", body);
  }

  static ApiRequest patch(String path, String body) {
    return new ApiRequest("PATCH", path + "?" + DRY, "application/merge-patch+json", body);
  }

  static ApiRequest delete(String path) {
    return new ApiRequest("DELETE", path + "?" + DRY, "", "");
  }

  /** Whether the API server passes it on to a pod, once it has let it in. */
  boolean isPassedOn() {
    return path.contains("/proxy/");
  }

  @Override
  public String toString() {
    return "%s %s".formatted(method, path);
  }
}
