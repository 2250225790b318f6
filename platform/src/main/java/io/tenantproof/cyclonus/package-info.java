/**
 * The proof of the network's ways beside <a
 * href="https://github.com/mattfenwick/cyclonus">Cyclonus</a>, on one cluster and in turns.
 */
@NullMarked
package io.tenantproof.cyclonus;

import org.jspecify.annotations.NullMarked;
