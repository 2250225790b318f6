/**
 * Dashboards as the files of the GitOps tree: read, checked, and their queries with the variables
 * filled in.
 */
@NullMarked
package io.tenantproof.grafana;

import org.jspecify.annotations.NullMarked;
