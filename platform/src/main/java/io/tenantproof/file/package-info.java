/** Folders of files: listed, copied and deleted as wholes; checksums of files. */
@NullMarked
package io.tenantproof.file;

import org.jspecify.annotations.NullMarked;
