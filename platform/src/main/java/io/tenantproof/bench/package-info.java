/** Measures how the proof grows, on throw-away tenants of a running cluster. */
@NullMarked
package io.tenantproof.bench;

import org.jspecify.annotations.NullMarked;
