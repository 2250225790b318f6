/** The walkthrough: seven short acts on a platform that runs, each seen live. */
@NullMarked
package io.tenantproof.story;

import org.jspecify.annotations.NullMarked;
