package io.tenantproof.workload;

import java.util.List;

/**
 * A workload that is measured.
 *
 * @param name in figures
 * @param image the engine has it
 * @param command its arguments
 * @param environment as {@code NAME=value}
 * @param port it answers at
 * @param path asked for: who it is, as a small JSON document
 */
public record Contender(
    String name,
    String image,
    List<String> command,
    List<String> environment,
    int port,
    String path) {

  /** Copies what it is given. */
  public Contender {
    command = List.copyOf(command);
    environment = List.copyOf(environment);
  }

  /** The kit's own. */
  static Contender demoApi(String image) {
    return new Contender(
        "demo-api",
        image,
        List.of(),
        List.of(
            "DEMO_API_TENANT_NAME=tenant-a",
            "DEMO_API_ENVIRONMENT=bench",
            "DEMO_API_APP=demo-api",
            "DEMO_API_POD_NAME=bench"),
        8080,
        "/api/v1/tenant");
  }

  /** A Go program for the same purpose (https://github.com/stefanprodan/podinfo). */
  static Contender podinfo(String image) {
    return podinfo("podinfo", image, "error");
  }

  /** The same that writes a line for each request, as the kit's own does. */
  static Contender podinfoWithLog(String image) {
    return podinfo("podinfo, logging", image, "debug");
  }

  private static Contender podinfo(String name, String image, String level) {
    return new Contender(
        name, image, List.of("--port=9898", "--level=" + level), List.of(), 9898, "/api/info");
  }
}
