/** Loki over its HTTP API, as one of its tenants. */
@NullMarked
package io.tenantproof.loki;

import org.jspecify.annotations.NullMarked;
