/** Observes from inside the cluster: pods of the image probe, and what they are asked to try. */
@NullMarked
package io.tenantproof.probe;

import org.jspecify.annotations.NullMarked;
