/** How facts are shown: to a person at a terminal of any kind, and to a program. */
@NullMarked
package io.tenantproof.console;

import org.jspecify.annotations.NullMarked;
