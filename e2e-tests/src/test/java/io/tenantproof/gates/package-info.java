/** Gates over the sources of all modules: what they refuse fails the build. */
@NullMarked
package io.tenantproof.gates;

import org.jspecify.annotations.NullMarked;
