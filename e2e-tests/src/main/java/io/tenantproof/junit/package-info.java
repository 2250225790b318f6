/** Brings a platform up for the specs that ask for one, and takes it down. */
@NullMarked
package io.tenantproof.junit;

import org.jspecify.annotations.NullMarked;
