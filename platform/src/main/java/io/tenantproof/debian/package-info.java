/** Debian packages as a source of files, resolved and verified by apt, on any Debian or Ubuntu. */
@NullMarked
package io.tenantproof.debian;

import org.jspecify.annotations.NullMarked;
