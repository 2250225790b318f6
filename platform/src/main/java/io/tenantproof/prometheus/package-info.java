/** Prometheus over its HTTP API. */
@NullMarked
package io.tenantproof.prometheus;

import org.jspecify.annotations.NullMarked;
