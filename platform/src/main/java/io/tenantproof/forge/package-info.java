/** Where changes are proposed and reviewed: GitHub, GitLab and Gitea, each by its own API. */
@NullMarked
package io.tenantproof.forge;

import org.jspecify.annotations.NullMarked;
