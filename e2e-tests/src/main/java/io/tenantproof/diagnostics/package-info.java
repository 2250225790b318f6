/** What is gathered when a test fails, before anything is cleaned up. */
@NullMarked
package io.tenantproof.diagnostics;

import org.jspecify.annotations.NullMarked;
