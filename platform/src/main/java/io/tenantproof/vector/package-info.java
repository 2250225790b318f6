/** The vectors: each family tries its ways on a live cluster and reports what it found. */
@NullMarked
package io.tenantproof.vector;

import org.jspecify.annotations.NullMarked;
