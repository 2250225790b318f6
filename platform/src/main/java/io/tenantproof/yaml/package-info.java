/** YAML that people write, checked by a JSON schema, with the line of each mistake. */
@NullMarked
package io.tenantproof.yaml;

import org.jspecify.annotations.NullMarked;
