/** The tenants' workload measured beside one that people would take in its place. */
@NullMarked
package io.tenantproof.workload;

import org.jspecify.annotations.NullMarked;
