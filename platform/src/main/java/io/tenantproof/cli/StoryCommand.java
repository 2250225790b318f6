package io.tenantproof.cli;

import io.tenantproof.cluster.Cluster;
import io.tenantproof.console.Terminal;
import io.tenantproof.platform.Kit;
import io.tenantproof.platform.RunningCluster;
import io.tenantproof.progress.ConsoleProgress;
import io.tenantproof.story.Story;
import io.tenantproof.story.StoryText;
import java.io.Console;
import java.io.PrintWriter;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Shows the platform that runs. */
@Command(
    name = "story",
    mixinStandardHelpOptions = true,
    description = {
      "Show the platform that runs in seven short acts: what to expect, what to type for it, and"
          + " what is seen now.",
      "What it changes it takes back, on Ctrl-C too."
    },
    exitCodeList = {
      "0:each act is as expected",
      "1:one is not, or no platform runs; which and why is printed",
      "2:wrong usage or setting"
    })
final class StoryCommand implements Callable<Integer> {

  @Spec private @Nullable CommandSpec spec;

  @Option(
      names = "--step",
      description = "wait for Enter before each act but the first; q and Enter: end it")
  private boolean step;

  @Override
  public Integer call() {
    CommandSpec command = Objects.requireNonNull(spec);
    play(TenantProof.kit(command), command.commandLine().getOut(), step);
    return 0;
  }

  /** Plays it on the platform that runs. */
  static void play(Kit kit, PrintWriter out, boolean step) {
    Terminal terminal = Terminal.ofThisJvm();
    try (Cluster cluster = new RunningCluster(kit).attach();
        ConsoleProgress progress = TenantProof.progress(out)) {
      Story.of(kit, cluster)
          .play(
              new StoryText(out, terminal.width(), Terminal.colours()),
              progress,
              step ? pace() : () -> true);
    }
  }

  // Where nobody can press a key, nobody is waited for.
  private static Story.Pace pace() {
    return Optional.ofNullable(System.console())
        .filter(Console::isTerminal)
        .<Story.Pace>map(
            console ->
                () -> {
                  String typed = console.readLine("%nEnter: the next act. q: the end. ");
                  return typed != null && !typed.strip().equalsIgnoreCase("q");
                })
        .orElse(() -> true);
  }
}
