package io.tenantproof.demo;

import static org.assertj.core.api.Assertions.assertThat;

import io.helidon.http.Status;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProblemTest {

  @ParameterizedTest
  @CsvSource({
    "400, headers are too large",
    "404, /openapi",
    "413, takes none",
    "414, too long",
    "431, refused",
    "500, log tells why",
    "503, Try again"
  })
  void saysWhatToDo(int status, String hint) {
    assertThat(Problem.of(Status.create(status)).detail()).contains(hint);
  }
}
