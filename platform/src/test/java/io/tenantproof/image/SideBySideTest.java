package io.tenantproof.image;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class SideBySideTest {

  private final List<String> told = new ArrayList<>();
  private final SideBySide works = new SideBySide(told::add);

  @Test
  void whatGoesOnIsToldTogetherAndWhatHasEndedIsNot() {
    SideBySide.Line first = works.begin();
    try (SideBySide.Line second = works.begin()) {
      second.say("two: compiling");
      first.say("one: linking");
    }
    first.say("one: packing");

    assertThat(told)
        .containsExactly("two: compiling", "one: linking | two: compiling", "one: packing");
  }
}
