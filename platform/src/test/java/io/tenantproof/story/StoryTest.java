package io.tenantproof.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tenantproof.progress.Progress;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class StoryTest {

  private static final String LONG =
      "a pod of tenant-a can't call a pod of tenant-b, which a pod of tenant-b can.";

  private final StringWriter printed = new StringWriter();
  private final List<String> done = new ArrayList<>();
  private final Undo undo = new Undo();

  @Test
  void eachActTellsWhatToExpectWhatToTypeAndWhatWasSeen() {
    play(100, () -> true, good("one"), good("two"));

    assertThat(printed.toString().lines())
        .containsSubsequence(
            "Act 1 of 2: one",
            "  Expect: " + LONG,
            "  $ kubectl get pods",
            "  seen of one",
            "Act 2 of 2: two");
  }

  @Test
  void aNarrowTerminalWrapsTextAndLeavesCommandsWhole() {
    String command = "kubectl get networkpolicies --namespace tenant-b --output yaml";

    play(40, () -> true, act("one", command, Ending.Seen.of("x".repeat(10) + " " + LONG)));

    assertThat(printed.toString().lines().filter(line -> !line.contains("$ ")))
        .allMatch(line -> line.length() <= 40);
    assertThat(printed.toString().lines()).contains("  $ " + command);
  }

  @Test
  void coloursAreWrittenOnlyWhereTheyMayBe() {
    new Story(List.of(good("one")), undo).play(text(80, true), Progress.silent(), () -> true);
    String coloured = printed.toString();
    printed.getBuffer().setLength(0);

    play(80, () -> true, good("one"));

    assertThat(coloured).contains("\u001b[");
    assertThat(printed.toString()).doesNotContain("\u001b");
  }

  @Test
  void anActThatIsSkippedSaysWhy() {
    play(80, () -> true, act("one", "x", new Ending.Skipped("there is one tenant")));

    assertThat(printed.toString()).contains("  SKIPPED: there is one tenant");
  }

  @Test
  void anActThatFailsEndsTheStoryNamesItselfAndIsTakenBack() {
    Act bad =
        new Act(
            "two",
            LONG,
            List.of(),
            telling -> {
              undo.change(() -> done.add("changed"), () -> done.add("taken back"));
              throw new IllegalStateException("expected this, found that");
            });

    assertThatThrownBy(() -> play(80, () -> true, good("one"), bad, good("three")))
        .isInstanceOf(StoryFailed.class)
        .hasMessageStartingWith("Act 2 of 3, two, is not as expected: expected this, found that\n")
        .hasMessageContaining("tenantproof status");

    assertThat(done).containsExactly("changed", "taken back");
    assertThat(printed.toString()).doesNotContain("three");
  }

  @Test
  void thePaceIsAskedBetweenActsAndMayEndIt() {
    AtomicInteger asked = new AtomicInteger();

    play(80, () -> asked.incrementAndGet() < 2, good("one"), good("two"), good("three"));

    assertThat(asked).hasValue(2);
    assertThat(printed.toString()).contains("two").doesNotContain("three");
  }

  private void play(int width, Story.Pace pace, Act... acts) {
    new Story(List.of(acts), undo).play(text(width, false), Progress.silent(), pace);
  }

  private StoryText text(int width, boolean colours) {
    return new StoryText(new PrintWriter(printed, true), width, colours);
  }

  private static Act good(String title) {
    return act(title, "kubectl get pods", Ending.Seen.of("seen of " + title));
  }

  private static Act act(String title, String command, Ending ending) {
    return new Act(title, LONG, List.of(command), telling -> ending);
  }
}
