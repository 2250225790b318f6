package io.tenantproof.cli;

import io.tenantproof.console.Terminal;
import io.tenantproof.platform.Kit;
import io.tenantproof.progress.ConsoleProgress;
import io.tenantproof.progress.Progress;
import io.tenantproof.settings.BadSetting;
import io.tenantproof.settings.Setting;
import io.tenantproof.settings.Settings;
import java.io.PrintWriter;
import java.time.Clock;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/**
 * The command {@code tenantproof}.
 *
 * <p>Exit codes: 0 done; 1 the run failed; 2 wrong usage or a wrong setting.
 */
@Command(
    name = "tenantproof",
    scope = ScopeType.INHERIT,
    mixinStandardHelpOptions = true,
    version = "tenantproof 0.1.0",
    description = "A multi-tenant GitOps platform for Kubernetes that proves its own isolation.",
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:done",
      "1:the run failed; what and why is printed",
      "2:wrong usage or setting"
    },
    footerHeading = "%nSettings:%n",
    footer = {
      "  Each is a flag, a property -Dtenantproof.NAME or a variable TENANTPROOF_NAME.",
    },
    subcommands = {
      DemoCommand.class,
      StoryCommand.class,
      ProveCommand.class,
      MutateCommand.class,
      BenchCommand.class,
      ReportCommand.class,
      DownCommand.class,
      StatusCommand.class,
      LogsCommand.class,
      OpenCommand.class,
      TenantCommand.class,
      DoctorCommand.class,
      ImagesCommand.class,
      EngineCommand.class,
      ImageCommand.class,
      PromoteCommand.class,
      RolloutCommand.class,
      CompletionCommand.class
    })
public final class TenantProof implements Callable<Integer> {

  @Spec private @Nullable CommandSpec spec;

  /** Runs one command and ends the JVM with its exit code. */
  public static void main(String... words) {
    System.exit(run(words));
  }

  // The library catches exceptions alone. An error is told as any other failure, too.
  static int run(String... words) {
    CommandLine commands = commands();
    Thread.setDefaultUncaughtExceptionHandler(
        (thread, failure) -> FailureText.print(failure, false, commands.getErr()));
    try {
      return commands.execute(words);
    } catch (Throwable failure) {
      return FailureText.print(failure, wantsDebug(commands), commands.getErr());
    }
  }

  /** All commands with their options. */
  static CommandLine commands() {
    CommandLine commands = new CommandLine(new TenantProof());
    for (Setting setting : Setting.values()) {
      commands.getCommandSpec().addOption(option(setting));
    }
    ShortHelp.below(commands);
    commands.setCaseInsensitiveEnumValuesAllowed(true);
    commands.setUsageHelpAutoWidth(true);
    commands.setColorScheme(
        Help.defaultColorScheme(Terminal.colours() ? Help.Ansi.AUTO : Help.Ansi.OFF));
    commands.setOut(Terminal.writer(System.out, Terminal.charset()));
    commands.setErr(Terminal.writer(System.err, Terminal.charset()));
    commands.setExecutionExceptionHandler(
        (failure, line, result) -> FailureText.print(failure, wantsDebug(line), line.getErr()));
    return commands;
  }

  @Override
  public Integer call() {
    throw new ParameterException(
        java.util.Objects.requireNonNull(spec).commandLine(), "Name a command.");
  }

  private static OptionSpec option(Setting setting) {
    return OptionSpec.builder("--" + setting.key())
        .paramLabel(setting.form().toUpperCase(java.util.Locale.ROOT))
        .description(
            setting.meaning()
                + (setting.fallback().isEmpty() ? "" : " [" + setting.fallback() + "]"))
        .type(String.class)
        .scopeType(ScopeType.INHERIT)
        .build();
  }

  private static boolean wantsDebug(CommandLine command) {
    try {
      return settings(command).get(Setting.DEBUG).equals("true");
    } catch (BadSetting theFailureItself) {
      return false;
    }
  }

  /** The kit with the settings of this call. */
  static Kit kit(CommandSpec command) {
    return Kit.of(settings(command.commandLine()));
  }

  /** The settings of this call: flags over properties over variables. */
  private static Settings settings(CommandLine command) {
    ParseResult flags = command.getParseResult();
    Map<Setting, String> given = new EnumMap<>(Setting.class);
    for (Setting setting : Setting.values()) {
      Optional.ofNullable(flags.<String>matchedOptionValue("--" + setting.key(), null))
          .ifPresent(value -> given.put(setting, value));
    }
    Settings settings = Settings.ofThisJvm();
    for (Map.Entry<Setting, String> one : given.entrySet()) {
      settings = settings.with(one.getKey(), one.getValue());
    }
    return settings;
  }

  /** A progress on the command's standard output. */
  static ConsoleProgress progress(PrintWriter out) {
    Terminal terminal = Terminal.ofThisJvm();
    return new ConsoleProgress(out, terminal.redraws(), terminal.width(), Clock.systemUTC());
  }

  /** Who reads of a command's work: where standard output is for a program, the other one. */
  static PrintWriter people(CommandSpec command, boolean forPrograms) {
    return forPrograms ? command.commandLine().getErr() : command.commandLine().getOut();
  }

  /** For commands that say nothing while they work. */
  static Progress quiet() {
    return Progress.silent();
  }
}
