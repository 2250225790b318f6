/** Programs of the host: started, watched, bounded in time and never left behind. */
@NullMarked
package io.tenantproof.command;

import org.jspecify.annotations.NullMarked;
