package io.tenantproof.demo;

import java.util.regex.Pattern;

/**
 * The variables that Kubernetes adds for each Service of a namespace.
 *
 * <p>A Service named {@code demo-api} yields {@code DEMO_API_PORT=tcp://10.0.0.1:80} and more,
 * which collide with the settings of this service. They are refused like any unknown setting, with
 * the cure. Source: Kubernetes documentation, "Accessing the Service", environment variables.
 */
final class ServiceLinks {

  /** What to do about them. */
  static final String CURE =
      "set enableServiceLinks: false in the pod: Kubernetes adds such variables for a Service";

  private static final Pattern NAME =
      Pattern.compile("DEMO_API_(SERVICE_HOST|SERVICE_PORT(_.*)?|PORT_\\d+_(TCP|UDP|SCTP)(_.*)?)");
  private static final Pattern VALUE = Pattern.compile("(tcp|udp|sctp)://.*");

  private ServiceLinks() {}

  static boolean isOne(String variable) {
    return NAME.matcher(variable).matches();
  }

  static boolean looksLikeOne(String value) {
    return VALUE.matcher(value).matches();
  }
}
