/** Folders of files: listed, copied and deleted as wholes. */
@NullMarked
package io.tenantproof.file;

import org.jspecify.annotations.NullMarked;
