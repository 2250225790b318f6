/** What a proof found, for people and for programs: a page, a table, JSON. */
@NullMarked
package io.tenantproof.report;

import org.jspecify.annotations.NullMarked;
