/** Runs the specs again and again, and finds what flakes and what grows. */
@NullMarked
package io.tenantproof.endurance;

import org.jspecify.annotations.NullMarked;
