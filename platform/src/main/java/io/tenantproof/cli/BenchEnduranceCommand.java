package io.tenantproof.cli;

import io.tenantproof.endurance.Account;
import io.tenantproof.endurance.Endurance;
import io.tenantproof.endurance.EnduranceFolder;
import io.tenantproof.endurance.EnduranceText;
import io.tenantproof.endurance.Plan;
import io.tenantproof.endurance.SpecNames;
import io.tenantproof.endurance.Verdict;
import io.tenantproof.platform.ClusterSource;
import io.tenantproof.platform.Kit;
import io.tenantproof.progress.ConsoleProgress;
import io.tenantproof.settings.BadSetting;
import java.io.PrintWriter;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Runs the specs again and again. */
@Command(
    name = "endurance",
    mixinStandardHelpOptions = true,
    description =
        "Run the specs again and again on one platform of their own, and say what flakes and what"
            + " grows: containers, pods, ports, files, memory, disk. Ctrl-C ends it and shows what"
            + " was seen so far.",
    exitCodeList = {
      "0:nothing failed and nothing grew",
      "1:something did; which and how is printed",
      "2:wrong usage or setting"
    })
final class BenchEnduranceCommand implements Callable<Integer> {

  private static final int MOST = 10_000;

  @Spec private @Nullable CommandSpec spec;

  @Option(
      names = "--runs",
      paramLabel = "N",
      defaultValue = "20",
      description = "how often; growth is judged from three on [${DEFAULT-VALUE}]")
  private int runs;

  @Option(
      names = "--fresh",
      description = "a cluster of its own for each run, from nothing; else all share one")
  private boolean fresh;

  @Option(
      names = "--spec",
      paramLabel = "NAME",
      split = ",",
      description = "these specs alone, as in GitOpsIT or GitOpsIT#aRevertRollsBack [all]")
  private List<String> specs = List.of();

  @Option(
      names = "--deadline",
      paramLabel = "MIN",
      description = "begin no run that would end later than so many minutes from now")
  private @Nullable Integer deadline;

  @Option(names = "--json", description = "print one JSON object instead of a table")
  private boolean json;

  @Override
  public Integer call() {
    CommandSpec command = Objects.requireNonNull(spec);
    check(command);
    Kit kit = TenantProof.kit(command);
    SpecNames.in(kit.home())
        .problem(specs)
        .ifPresent(
            problem -> {
              throw new ParameterException(command.commandLine(), "--spec: " + problem);
            });
    if (ClusterSource.of(kit.settings()) != ClusterSource.TESTCONTAINERS) {
      throw new BadSetting(
          "bench endurance runs on clusters of the kit's own: leave the setting provider out.");
    }
    return measure(
        command,
        kit,
        new Plan(
            runs,
            fresh,
            specs,
            Optional.ofNullable(deadline).map(minutes -> Duration.ofMinutes(minutes))));
  }

  private void check(CommandSpec command) {
    if (runs < 1 || runs > MOST) {
      throw new ParameterException(
          command.commandLine(),
          "--runs: expected a number from 1 to %d, found %d.".formatted(MOST, runs));
    }
    if (deadline != null && deadline < 1) {
      throw new ParameterException(
          command.commandLine(),
          "--deadline: expected minutes, at least 1, found %d.".formatted(deadline));
    }
  }

  private int measure(CommandSpec command, Kit kit, Plan plan) {
    EnduranceFolder folder = new EnduranceFolder(kit.home());
    AtomicReference<Account> seen = new AtomicReference<>(Account.of(plan));
    AtomicBoolean stopping = new AtomicBoolean();
    try (ConsoleProgress progress = TenantProof.progress(TenantProof.people(command, json))) {
      Runnable silence = progress::close;
      Thread interrupted =
          Thread.ofPlatform()
              .unstarted(
                  () -> {
                    stopping.set(true);
                    silence.run();
                    print(command, folder, seen.get().endedBecause("it was interrupted"));
                  });
      Runtime.getRuntime().addShutdownHook(interrupted);
      try {
        folder.clear();
        seen.set(
            Endurance.of(kit, plan, folder, Clock.systemUTC(), stopping::get)
                .run(
                    progress,
                    account -> {
                      seen.set(account);
                      folder.write(account);
                    }));
      } finally {
        keepOffShutdown(interrupted);
      }
    }
    if (stopping.get()) {
      return FailureText.FAILED;
    }
    print(command, folder, seen.get());
    return Verdict.of(seen.get()).isGood() ? 0 : FailureText.FAILED;
  }

  private void print(CommandSpec command, EnduranceFolder folder, Account account) {
    folder.write(account);
    PrintWriter people = TenantProof.people(command, json);
    PrintWriter out = command.commandLine().getOut();
    if (json) {
      out.println(EnduranceText.json(account));
      out.flush();
    } else {
      people.print(EnduranceText.of(account));
    }
    people.printf("%nfigures  %s%n", folder.json());
    people.flush();
  }

  private static void keepOffShutdown(Thread hook) {
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException stopping) {
      // The JVM is stopping and runs the hook itself.
      return;
    }
  }
}
