/**
 * What a spec says: a platform, its tenants, commits, drift and answers; waits and clients are
 * invisible.
 */
@NullMarked
package io.tenantproof.scenario;

import org.jspecify.annotations.NullMarked;
