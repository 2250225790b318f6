/** A release of the workload, from its build to the tenants, with a registry and a forge. */
@NullMarked
package io.tenantproof.release;

import org.jspecify.annotations.NullMarked;
