/** What happened in a run of the specs: its steps, its tests, its measurements. */
@NullMarked
package io.tenantproof.run;

import org.jspecify.annotations.NullMarked;
