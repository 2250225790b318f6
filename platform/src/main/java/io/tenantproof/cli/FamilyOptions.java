package io.tenantproof.cli;

import io.tenantproof.vector.Families;
import io.tenantproof.vector.Vectors;
import java.util.Iterator;
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
      completionCandidates = Names.class,
      description =
          "try this family of vectors only; may be given again: ${COMPLETION-CANDIDATES} [prove:"
              + " those of tenantproof.yaml, else all; bench: network]")
  private List<String> families = List.of();

  /** Those that were named; some others if none was, where no name stands for all. */
  List<Vectors> chosenOr(CommandLine command, List<String> usual) {
    List<String> known = Names.known();
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

  /** Whether some were named, so that what comes of them is a part of the proof. */
  boolean named() {
    return !families.isEmpty();
  }

  /** What can be named, for the help and for the shell. */
  static final class Names implements Iterable<String> {

    @Override
    public Iterator<String> iterator() {
      return known().iterator();
    }

    static List<String> known() {
      return Families.all().stream().map(Families::name).toList();
    }
  }
}
