/** From an image to the tenants: its name, the tenants' files, and what is proposed to a forge. */
@NullMarked
package io.tenantproof.delivery;

import org.jspecify.annotations.NullMarked;
