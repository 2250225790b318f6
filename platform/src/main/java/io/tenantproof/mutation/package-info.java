/**
 * Finds out whether the vectors would notice: guardrails are weakened one by one in throw-away
 * tenants, as mutation testing weakens code. A weakening that nothing notices is a missing vector.
 */
@NullMarked
package io.tenantproof.mutation;

import org.jspecify.annotations.NullMarked;
