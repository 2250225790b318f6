/** The command line: one command a class, each a thin layer over the platform. */
@NullMarked
package io.tenantproof.cli;

import org.jspecify.annotations.NullMarked;
