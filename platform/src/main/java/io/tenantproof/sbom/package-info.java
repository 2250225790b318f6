/** Bills of materials: what is in each image that was built here, under which licences. */
@NullMarked
package io.tenantproof.sbom;

import org.jspecify.annotations.NullMarked;
