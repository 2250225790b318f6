package io.tenantproof.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tenantproof.image.PinnedImage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ValuesTextTest {

  private static final String DIGEST = "sha256:" + "ab".repeat(32);
  private static final String OTHER = "sha256:" + "cd".repeat(32);
  private static final PinnedImage IMAGE = PinnedImage.parse("r/demo-api:0.2.0@" + DIGEST);
  private static final PinnedImage WITHOUT = PinnedImage.parse("r/demo-api:0.2.0");

  @Test
  void theDigestIsAddedBelowTheTagAndTheRestStays() {
    String text =
        """
        # Tenant A, 100 % 🐳 theirs.
        tenantName: tenant-a

        image:   # what it runs
          # the version
          tag: 0.1.0   # by CI
          # the end of the image
        replicaCount:    2
        message: "Hello: tag: 0.1.0"
        """;

    assertThat(changed(text, IMAGE))
        .isEqualTo(
            text.replace(
                "  tag: 0.1.0   # by CI\n",
                "  tag: 0.2.0   # by CI\n  digest: %s\n".formatted(DIGEST)));
  }

  @Test
  void bothAreReplacedInTheirQuotesAndOrder() {
    String text =
        "image:\n  digest: '%s'\n  repository: x\n  \"tag\": \"0.1.0\" # c\na: 1\n"
            .formatted(OTHER);

    assertThat(changed(text, IMAGE))
        .isEqualTo(text.replace(OTHER, DIGEST).replace("0.1.0", "0.2.0"));
  }

  @Test
  void linesThatEndAsOnWindowsDoSoAfterwards() {
    String text = "tenantName: a\r\nimage:\r\n  tag: 0.1.0\r\nreplicaCount: 2\r\n";

    assertThat(changed(text, IMAGE))
        .isEqualTo(
            "tenantName: a\r\nimage:\r\n  tag: 0.2.0\r\n  digest: %s\r\nreplicaCount: 2\r\n"
                .formatted(DIGEST));
  }

  @Test
  void aFileMayEndWithoutANewlineAndBeginWithAByteOrderMark() {
    assertThat(changed("\uFEFFimage:\n    tag: 0.1.0", IMAGE))
        .isEqualTo("\uFEFFimage:\n    tag: 0.2.0\n    digest: " + DIGEST);
  }

  @Test
  void aMappingInBracesStaysOne() {
    assertThat(changed("image: {tag: 0.1.0, repository: x} # c\n", IMAGE))
        .isEqualTo("image: {tag: 0.2.0, digest: \"%s\", repository: x} # c\n".formatted(DIGEST));
    assertThat(changed("{\"image\": {\"tag\": \"0.1.0\", \"digest\": \"\"}}", IMAGE))
        .isEqualTo("{\"image\": {\"tag\": \"0.2.0\", \"digest\": \"%s\"}}".formatted(DIGEST));
  }

  @Test
  void withoutADigestAnOldOneIsEmptiedForItWouldWinOverTheTag() {
    assertThat(changed("image:\n  tag: 0.1.0\n  digest: %s\n".formatted(OTHER), WITHOUT))
        .isEqualTo("image:\n  tag: 0.2.0\n  digest: \"\"\n");
    assertThat(changed("image:\n  tag: 0.1.0\n", WITHOUT)).isEqualTo("image:\n  tag: 0.2.0\n");
  }

  @ParameterizedTest
  @CsvSource({"0.2", "1234e567", "2026-11-24", "yes", "0x10", "1_000", "12345678"})
  void aTagThatReadersTakeForSomethingElseIsQuoted(String tag) {
    assertThat(changed("image:\n  tag: 0.1.0\n", PinnedImage.parse("r/demo-api:" + tag)))
        .isEqualTo("image:\n  tag: \"%s\"\n".formatted(tag));
  }

  @ParameterizedTest
  @CsvSource({"0.2.0", "v1.2.3", "1.2.3-rc.1", "10.0.0.4"})
  void aTagThatIsATextForAllStaysPlain(String tag) {
    assertThat(changed("image:\n  tag: 0.1.0\n", PinnedImage.parse("r/demo-api:" + tag)))
        .isEqualTo("image:\n  tag: %s\n".formatted(tag));
  }

  @Test
  void theSameImageChangesNothing() {
    String text = "image:\n  tag:   \"0.2.0\"\n  digest: %s # c\n".formatted(DIGEST);

    assertThat(changed(text, IMAGE)).isEqualTo(text);
  }

  @Test
  void anchorsElsewhereDoNotMatter() {
    String text = "a: &a {x: 1}\nb: *a\nimage:\n  tag: 0.1.0\n";

    assertThat(changed(text, WITHOUT)).isEqualTo(text.replace("0.1.0", "0.2.0"));
  }

  @Test
  void whatCannotBeChangedAloneIsRefusedWithItsLine() {
    refused("v: &v 0.1.0\nimage:\n  tag: *v\n", "f: line 3: the value is an alias");
    refused("image:\n  tag: &v 0.1.0\nv: *v\n", "f: line 2: the value is an anchor");
    refused("i: &i {tag: 0.1.0}\nimage: *i\n", "f: line 2: the value is an alias");
    refused("image: &i\n  tag: 0.1.0\nb: *i\n", "f: line 1: the value is an anchor");
    refused(
        "image:\n  tag: 0.1.0\n  tag: 0.1.1\n",
        "f: line 3: the key \"tag\" is there twice, first in line 2");
    refused(
        "image: {tag: 1}\na: 1\nimage: {tag: 2}\n", "f: line 3: the key \"image\" is there twice");
    refused("image:\n  digest: x\n", "f: line 1: the key \"image.tag\" is missing");
    refused("tenantName: a\n", "f: line 1: the key \"image\" is missing");
    refused("a: 1\nimage:\n", "f: line 2: image has no keys");
    refused("image:\n  tag: |\n    0.1.0\n", "f: line 2: expected a text on the line of its key");
    refused(
        "image:\n  tag: 0.1.0\n  digest:\n", "f: line 3: expected a text on the line of its key");
    refused("image:\n  tag: [0.1.0]\n", "f: line 2: expected a text on the line of its key");
    refused("- a\n", "f: line 1: expected keys and values");
    refused("", "f: the file is empty");
    refused("image: {tag: 0.1.0\n", "f: no YAML: ");
    refused("image: {tag: 0.1.0}\n---\na: 1\n", "f: no YAML: ");
  }

  private static void refused(String text, String message) {
    assertThatThrownBy(() -> changed(text, IMAGE))
        .isInstanceOf(BadValues.class)
        .hasMessageStartingWith(message);
  }

  private static String changed(String text, PinnedImage image) {
    return new ValuesText("f", text).with(image);
  }
}
