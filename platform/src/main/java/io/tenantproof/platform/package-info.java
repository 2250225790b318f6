/** The platform as a whole: from the kit's files to tenants that answer. */
@NullMarked
package io.tenantproof.platform;

import org.jspecify.annotations.NullMarked;
