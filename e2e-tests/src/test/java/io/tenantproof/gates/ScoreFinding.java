package io.tenantproof.gates;

/**
 * What kube-score finds wrong with an object.
 *
 * @param object kind, namespace and name, as in {@code Deployment argocd/argocd-server}
 * @param check kube-score's id of the check
 * @param words what it says
 */
record ScoreFinding(String object, String check, String words) {

  @Override
  public String toString() {
    return "%s: %s: %s".formatted(object, check, words);
  }
}
