package io.tenantproof.run;

/**
 * Something that a test measured.
 *
 * @param what was measured
 * @param value of it, with its unit
 */
public record Figure(String what, String value) {}
