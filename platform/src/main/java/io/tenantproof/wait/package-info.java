/** Waiting for a state of the cluster: always bounded, never blind. */
@NullMarked
package io.tenantproof.wait;

import org.jspecify.annotations.NullMarked;
