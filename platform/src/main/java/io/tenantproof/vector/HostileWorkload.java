package io.tenantproof.vector;

import java.util.List;

/**
 * What makes pods that a tenant's namespace must not take. Pod Security looks at pods alone and
 * would let these in, with pods that never start: the policies say so at once.
 */
final class HostileWorkload {

  private static final String PODS = "ValidatingAdmissionPolicy tenantproof-pods";
  private static final String IMAGES = "ValidatingAdmissionPolicy tenantproof-images";
  private static final String ALLOWED = "ghcr.io/tenantproof/probe:1.0.0";

  private HostileWorkload() {}

  /** All of them for a tenant's namespace; {@code free} is one without guardrails. */
  static List<HostileObject> all(String own, String free) {
    return List.of(
        deployment(
            own,
            free,
            "host-port",
            PODS,
            container(ALLOWED, ",\"ports\":[{\"containerPort\":8080,\"hostPort\":8080}]")),
        deployment(
            own,
            free,
            "account-of-the-platform",
            PODS,
            container(ALLOWED, "") + ",\"serviceAccountName\":\"deployer\""),
        deployment(
            own,
            free,
            "priority",
            PODS,
            container(ALLOWED, "") + ",\"priorityClassName\":\"system-node-critical\""),
        HostileObject.created(
            own,
            free,
            "cron-job-image-elsewhere",
            "a CronJob: image elsewhere",
            IMAGES,
            "/apis/batch/v1/namespaces/%s/cronjobs",
            "batch/v1",
            "CronJob",
            """
            {"schedule": "0 0 * * *", "jobTemplate": {"spec": {"template": {"spec": {
             "restartPolicy": "Never", %s}}}}}
            """
                .formatted(container("docker.io/library/busybox:1.37.0", ""))));
  }

  private static HostileObject deployment(
      String own, String free, String id, String guardrail, String pod) {
    return HostileObject.created(
        own,
        free,
        "deployment-" + id,
        "a Deployment: " + id.replace('-', ' '),
        guardrail,
        "/apis/apps/v1/namespaces/%s/deployments",
        "apps/v1",
        "Deployment",
        """
        {"selector": {"matchLabels": {"a": "b"}}, "template": {
         "metadata": {"labels": {"a": "b"}}, "spec": {%s}}}
        """
            .formatted(pod));
  }

  private static String container(String image, String more) {
    return "\"containers\":[{\"name\":\"c\",\"image\":\"%s\"%s}]".formatted(image, more);
  }
}
