/** The workload of a tenant: a Helidon SE service that says who it is and misbehaves on order. */
@NullMarked
package io.tenantproof.demo;

import org.jspecify.annotations.NullMarked;
