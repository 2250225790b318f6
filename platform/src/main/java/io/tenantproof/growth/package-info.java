/** How the platform fares with ever more tenants. */
@NullMarked
package io.tenantproof.growth;

import org.jspecify.annotations.NullMarked;
