/** A registry of images: pushed to, and asked for what a tag is. */
@NullMarked
package io.tenantproof.registry;

import org.jspecify.annotations.NullMarked;
