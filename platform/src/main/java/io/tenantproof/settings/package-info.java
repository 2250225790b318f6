/** Every setting of the kit, in one table, from one of three places. */
@NullMarked
package io.tenantproof.settings;

import org.jspecify.annotations.NullMarked;
