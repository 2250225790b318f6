package io.tenantproof.sbom;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LicenceTextTest {

  @Test
  void aWholeTextIsKnown() throws IOException {
    assertThat(LicenceText.licence(Files.readString(Path.of("../LICENSE")))).contains("Apache-2.0");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Mozilla Public License Version 2.0 | MPL-2.0
          Redistribution and use in source and binary forms. Neither the name of Google | BSD-3-Clause
          Redistribution and use in source and binary forms, with or without | BSD-2-Clause
          Permission to use, copy, modify, and/or distribute this software | ISC
          """)
  void aSentenceTellsIt(String text, String licence) {
    assertThat(LicenceText.licence(text)).contains(licence);
  }

  @Test
  void linesAndCommentsDoNotMatter() {
    assertThat(LicenceText.licence("// Redistribution and use in source\n// and binary forms"))
        .contains("BSD-2-Clause");
  }

  @Test
  void anotherTextIsNotGuessed() {
    assertThat(LicenceText.licence("You may do as you like.")).isEmpty();
  }
}
