/** What a platform is at the moment: looked at once, nothing is waited for or changed. */
@NullMarked
package io.tenantproof.status;

import org.jspecify.annotations.NullMarked;
