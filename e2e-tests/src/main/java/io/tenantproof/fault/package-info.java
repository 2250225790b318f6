/** What is broken on purpose while clients ask and a tenant trespasses, and what it costs. */
@NullMarked
package io.tenantproof.fault;

import org.jspecify.annotations.NullMarked;
