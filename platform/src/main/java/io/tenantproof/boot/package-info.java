/** How the platform that runs came up, read from what the engine and Kubernetes have recorded. */
@NullMarked
package io.tenantproof.boot;

import org.jspecify.annotations.NullMarked;
