package io.tenantproof.forge;

/**
 * A pull request or merge request that is open.
 *
 * @param number as people call it, as in {@code 7}
 * @param page its address for people
 */
public record ChangeRequest(String number, String page) {}
