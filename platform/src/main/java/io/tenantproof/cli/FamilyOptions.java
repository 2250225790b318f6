package io.tenantproof.cli;

import io.tenantproof.vector.Families;
import io.tenantproof.vector.Vectors;
import java.util.List;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** Which families of vectors are tried. */
final class FamilyOptions {

  @Option(
      names = "--family",
      paramLabel = "NAME",
      description = "try this family of vectors only; may be given again")
  private List<String> families = List.of();

  /** Those that were named; some others if none was, where no name stands for all. */
  List<Vectors> chosenOr(CommandLine command, List<String> usual) {
    List<String> known = Families.all().stream().map(Families::name).toList();
    for (String family : families) {
      if (!known.contains(family)) {
        throw new ParameterException(
            command,
            known.stream()
                .collect(
                    Collectors.joining(
                        ", ", "--family: expected ", ", found \"%s\".".formatted(family))));
      }
    }
    return Families.named(families.isEmpty() ? usual : families);
  }
}
