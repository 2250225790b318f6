package io.tenantproof.story;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * One act of the story.
 *
 * @param title in a word or two
 * @param expected what is to be seen, and why
 * @param commands what a person would type for the same
 * @param scene plays it, telling what it sees meanwhile; throws when that is not as expected
 */
record Act(
    String title,
    String expected,
    List<String> commands,
    Function<Consumer<String>, Ending> scene) {

  Act {
    commands = List.copyOf(commands);
  }
}
