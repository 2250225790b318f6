/** Helm charts, installed in process: no helm command on the host. */
@NullMarked
package io.tenantproof.helm;

import org.jspecify.annotations.NullMarked;
