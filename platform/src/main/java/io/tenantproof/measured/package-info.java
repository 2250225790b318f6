/** What the bench has measured: its files, and the page that is made from them. */
@NullMarked
package io.tenantproof.measured;

import org.jspecify.annotations.NullMarked;
