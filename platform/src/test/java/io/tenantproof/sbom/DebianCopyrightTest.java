package io.tenantproof.sbom;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class DebianCopyrightTest {

  @Test
  void eachShortNameIsThereOnce() {
    assertThat(
            DebianCopyright.licences(
                """
                Format: https://www.debian.org/doc/packaging-manuals/copyright-format/1.0/

                Files: *
                License: GPL-2+

                Files: debian/*
                License: Expat

                License: GPL-2+
                 This program is free software. License: none of these words count.
                """))
        .containsExactly("Expat", "GPL-2+");
  }

  @Test
  void whatOnlyAPersonCanReadTellsNone() {
    assertThat(DebianCopyright.licences("This is bash.\nLicense: see below\n")).isEmpty();
  }
}
