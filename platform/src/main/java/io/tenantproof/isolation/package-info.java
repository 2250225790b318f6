/**
 * What is observed of the isolation of tenants, and what follows from it: vectors, observations,
 * their controls, verdicts. It knows no cluster.
 */
@NullMarked
package io.tenantproof.isolation;

import org.jspecify.annotations.NullMarked;
