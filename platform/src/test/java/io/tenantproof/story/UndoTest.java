package io.tenantproof.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class UndoTest {

  private final Undo undo = new Undo();
  private final List<String> done = new ArrayList<>();

  @Test
  void whatStandsIsTakenBackTheNewestFirst() {
    change("a");
    Undo.Change b = change("b");
    change("c");

    b.takeBack();
    undo.close();
    b.takeBack();

    assertThat(done).containsExactly("a", "b", "c", "-b", "-c", "-a");
  }

  @Test
  void aChangeThatFailsIsNotTakenBack() {
    assertThatThrownBy(
            () ->
                undo.change(
                    () -> {
                      throw new IllegalStateException("refused");
                    },
                    () -> done.add("-a")))
        .hasMessage("refused");

    undo.close();

    assertThat(done).isEmpty();
  }

  @Test
  void oneThatCannotBeTakenBackDoesNotKeepTheOthers() {
    change("a");
    undo.change(
        () -> {},
        () -> {
          throw new IllegalStateException("no way back");
        });

    assertThatThrownBy(undo::close).hasMessage("no way back");

    assertThat(done).containsExactly("a", "-a");
  }

  @Test
  void afterTheEndNothingIsChanged() {
    undo.close();

    assertThatThrownBy(() -> change("a")).isInstanceOf(StoryFailed.class);

    assertThat(done).isEmpty();
  }

  private Undo.Change change(String name) {
    return undo.change(() -> done.add(name), () -> done.add("-" + name));
  }
}
