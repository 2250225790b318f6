/**
 * Every third-party image: where it comes from, how it is built without a registry, where it is.
 */
@NullMarked
package io.tenantproof.image;

import org.jspecify.annotations.NullMarked;
