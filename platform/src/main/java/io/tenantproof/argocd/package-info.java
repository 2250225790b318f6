/** Argo CD's Applications, read and nudged through the Kubernetes API. */
@NullMarked
package io.tenantproof.argocd;

import org.jspecify.annotations.NullMarked;
