/** Where long work says how far it is; who shows it is not its business. */
@NullMarked
package io.tenantproof.progress;

import org.jspecify.annotations.NullMarked;
