package io.tenantproof.forge;

/**
 * A change that is proposed for review.
 *
 * @param branch that holds it
 * @param base the branch that it is for
 * @param title one line
 * @param body in Markdown
 */
public record Proposal(String branch, String base, String title, String body) {}
