package io.tenantproof.cli;

import io.tenantproof.vector.Families;
import io.tenantproof.vector.Vectors;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** Which families of vectors are tried. */
final class FamilyOptions {

  @Option(
      names = "--family",
      paramLabel = "NAME",
      description = "try this family of vectors only; may be given again [all]")
  private List<String> families = List.of();

  /** Those that were named; all if none was. */
  List<Vectors> chosen(CommandLine command) {
    return of(command, families.isEmpty() ? known() : families);
  }

  /** Those that were named; some if none was. */
  List<Vectors> chosenOr(CommandLine command, List<String> usual) {
    return of(command, families.isEmpty() ? usual : families);
  }

  private static List<Vectors> of(CommandLine command, List<String> names) {
    for (String name : names) {
      if (!known().contains(name)) {
        throw new ParameterException(
            command,
            known().stream()
                .collect(
                    Collectors.joining(
                        ", ", "--family: expected ", ", found \"%s\".".formatted(name))));
      }
    }
    return Families.all().stream().filter(one -> names.contains(name(one))).toList();
  }

  private static List<String> known() {
    return Families.all().stream().map(FamilyOptions::name).toList();
  }

  private static String name(Vectors vectors) {
    return vectors.family().name().toLowerCase(Locale.ROOT);
  }
}
