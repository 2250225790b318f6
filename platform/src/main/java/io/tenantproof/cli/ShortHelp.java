package io.tenantproof.cli;

import io.tenantproof.settings.Setting;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Help;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.UsageMessageSpec;

/** A command's help tells its own options; the settings, which all have, stand in the whole's. */
final class ShortHelp {

  private static final Set<String> SETTINGS =
      Stream.of(Setting.values()).map(one -> "--" + one.key()).collect(Collectors.toSet());

  private ShortHelp() {}

  /** Shortens the help of all commands below this one. */
  static void below(CommandLine parent) {
    for (CommandLine command : parent.getSubcommands().values()) {
      UsageMessageSpec usage = command.getCommandSpec().usageMessage();
      usage.abbreviateSynopsis(true);
      usage.footer("  Its settings are flags here too: `tenantproof --help` lists them.");
      command.getHelpSectionMap().put(UsageMessageSpec.SECTION_KEY_OPTION_LIST, ShortHelp::own);
      below(command);
    }
  }

  private static String own(Help help) {
    List<OptionSpec> own =
        help.commandSpec().options().stream()
            .filter(option -> !SETTINGS.contains(option.longestName()))
            .toList();
    return help.optionListExcludingGroups(own) + help.optionListGroupSections();
  }
}
