/** A Kubernetes cluster: started in a container, by k3d, or an existing one by kubeconfig. */
@NullMarked
package io.tenantproof.cluster;

import org.jspecify.annotations.NullMarked;
