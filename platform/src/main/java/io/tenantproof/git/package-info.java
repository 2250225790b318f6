/** The repository that Argo CD reads, over real git. */
@NullMarked
package io.tenantproof.git;

import org.jspecify.annotations.NullMarked;
