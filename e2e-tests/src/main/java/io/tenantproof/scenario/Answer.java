package io.tenantproof.scenario;

/**
 * What a tenant's workload says of itself over HTTP.
 *
 * @param tenantName whose it is
 * @param environment the stage it runs
 * @param version of the program
 * @param pod that answered
 * @param message what its page says
 */
public record Answer(
    String tenantName, String environment, String version, String pod, String message) {}
