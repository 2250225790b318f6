package io.tenantproof.tenant;

import java.util.List;

/** Tenant files that can't be used; nothing was changed. */
public final class BadTenantFile extends RuntimeException {
  private static final long serialVersionUID = 1L;

  BadTenantFile(List<String> problems) {
    super(String.join("\n", problems));
  }
}
