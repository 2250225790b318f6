/** Tenants and the files that declare them. */
@NullMarked
package io.tenantproof.tenant;

import org.jspecify.annotations.NullMarked;
