/** One HTTP API: bounded questions, and failures that show the question and the answer. */
@NullMarked
package io.tenantproof.http;

import org.jspecify.annotations.NullMarked;
