/** One suite a claim, each on a live cluster. */
@NullMarked
package io.tenantproof.specs;

import org.jspecify.annotations.NullMarked;
