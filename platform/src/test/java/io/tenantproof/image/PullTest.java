package io.tenantproof.image;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.dockerjava.api.exception.InternalServerErrorException;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(20)
final class PullTest {

  private final Pull pull = new Pull(detail -> {});

  @Test
  void aConnectionThatBreaksIsAnAnswerOfThatPlaceAndNoMore() {
    pull.onError(new IOException("Premature end of chunk"));

    assertThatThrownBy(() -> pull.await("docker.io"))
        .isInstanceOf(ImageUnavailable.class)
        .hasMessage("docker.io broke off: the engine ended the pull (Premature end of chunk)");
  }

  @Test
  void whatTheEngineRefusesIsItsOwnWord() {
    pull.onError(new InternalServerErrorException("no such host"));

    assertThatThrownBy(() -> pull.await("docker.io"))
        .isInstanceOf(InternalServerErrorException.class)
        .hasMessageContaining("no such host");
  }
}
