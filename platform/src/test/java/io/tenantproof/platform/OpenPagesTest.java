package io.tenantproof.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.junit.jupiter.api.Test;

class OpenPagesTest {

  @Test
  void aPageIsCalledByTheComponentOrTheTenant() {
    assertThat(
            OpenPages.all(
                """
                /run/page-18080.to:argocd argocd-server:80
                /run/page-18081.to:tenant-a demo-api:80
                /run/page-18089.to:observability loki:3100
                """))
        .containsExactly(
            new Pages.Page("Argo CD", URI.create("http://127.0.0.1:18080")),
            new Pages.Page("tenant-a", URI.create("http://127.0.0.1:18081")),
            new Pages.Page("Loki", URI.create("http://127.0.0.1:18089")));
  }

  @Test
  void aNodeThatForwardsNothingHasNoPage() {
    assertThat(OpenPages.all("grep: /run/page-*.to: No such file or directory\n")).isEmpty();
  }
}
