package io.tenantproof.diagnostics;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RedactionTest {

  private static final String SECRET = "s3cr3t-V4lue";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "password: s3cr3t-V4lue",
        "  admin.passwd: 's3cr3t-V4lue'",
        "clientSecret: \"s3cr3t-V4lue\"",
        "{\"apiKey\":\"s3cr3t-V4lue\",\"a\":1}",
        "{\\\"password\\\":\\\"s3cr3t-V4lue\\\"}",
        "- name: DB_PASSWORD\n  value: s3cr3t-V4lue and more s3cr3t-V4lue",
        "{\"name\":\"API_TOKEN\",\"value\":\"s3cr3t-V4lue\"}",
        "{\\\"name\\\":\\\"API_TOKEN\\\",\\\"value\\\":\\\"s3cr3t-V4lue\\\"}",
        "DB_PASSWORD=s3cr3t-V4lue",
        "git clone --token s3cr3t-V4lue",
        "http://git:s3cr3t-V4lue@git-server/tenants",
        "Authorization: Bearer s3cr3t-V4lue",
        "data:\n  my.password: |\n    s3cr3t-V4lue\n    s3cr3t-V4lue\n  other: kept",
        "-----BEGIN RSA PRIVATE KEY-----\ns3cr3t-V4lue\n-----END RSA PRIVATE KEY-----",
        "passphrase: \"one s3cr3t-V4lue of many words\"",
      })
  void whatIsCalledASecretIsTakenOut(String text) {
    assertThat(Redaction.of(text)).doesNotContain(SECRET).contains(Redaction.TAKEN_OUT);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "hash $2a$10$N9qo8uLOickgx2ZMRZoMyeIjZAgcfl7p92ldGxad68LJZdL17lhWy",
        "seen eyJhbGciOiJSUzI1NiJ9.eyJzdWIiOiJ2aWV3ZXIifQ.c2lnbmF0dXJl",
        "pushed with ghp_0123456789abcdefghijABCDEFGHIJ",
      })
  void whatLooksLikeASecretIsTakenOut(String text) {
    String word = text.substring(0, text.indexOf(' '));

    assertThat(Redaction.of(text)).startsWith(word).endsWith(Redaction.TAKEN_OUT);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "automountServiceAccountToken: false",
        "secretName: argocd-repo-creds",
        "image: ghcr.io/tenantproof/demo-api@sha256:0123456789abcdef",
        "metadata:\n  name: tokens\n  namespace: tenant-a",
        "http://127.0.0.1:18080/api/v1/tenant",
        "expirationSeconds: 3607",
        "serviceAccountToken:\n  path: token",
      })
  void whatIsNoneIsLeft(String text) {
    assertThat(Redaction.of(text)).isEqualTo(text);
  }

  @Test
  void whatStandsBesideASecretIsLeft() {
    assertThat(Redaction.of("data:\n  a.password: |\n    one\n    two\n  other: kept\n"))
        .isEqualTo("data:\n  a.password: |\n    (redacted)\n  other: kept\n");
    assertThat(Redaction.of("user=a password=b host=c")).contains("user=a", "host=c");
  }
}
