/** The container engine: found, checked, and where it is absent on Debian or Ubuntu, installed. */
@NullMarked
package io.tenantproof.engine;

import org.jspecify.annotations.NullMarked;
