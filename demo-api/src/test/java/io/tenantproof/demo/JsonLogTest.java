package io.tenantproof.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.logging.Logger;
import org.junit.jupiter.api.Test;

class JsonLogTest {

  @Test
  void hearsItselfAndTheWarningsOfLibraries() {
    try (CapturedLog log = CapturedLog.start()) {
      Logger own = Logger.getLogger("io.tenantproof.demo.Main");
      Logger library = Logger.getLogger("io.helidon.webserver");
      own.info("own info");
      own.fine("own detail");
      library.info("library info");
      library.warning("library warning");

      assertThat(log.lines())
          .extracting(line -> line.path("message").asString())
          .containsExactly("own info", "library warning");
    }
  }
}
