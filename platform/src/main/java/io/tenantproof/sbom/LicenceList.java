package io.tenantproof.sbom;

import java.util.List;
import java.util.stream.Collectors;

/** What is in the images and under which licence, for a person to read. */
final class LicenceList {

  private LicenceList() {}

  static String markdown(List<BillOfMaterials> bills) {
    String about =
        """
        # Licences

        What is in each image that was built here, as its Go binaries and its Debian packages tell it. The licence of a Go module \
        is told by the text of its file, Debian's by the package's copyright file, with Debian's short names. "not known" is what \
        neither tells: look there yourself.
        """;
    return about + bills.stream().map(LicenceList::section).collect(Collectors.joining());
  }

  private static String section(BillOfMaterials bill) {
    String head =
        """

        ## %s

        The image: %s (%s). %d parts, %d of them with a licence that is known.

        | Part | Version | Licence |
        | --- | --- | --- |
        """
            .formatted(
                bill.image().image(),
                bill.image().licence(),
                bill.image().usedBy(),
                bill.parts().size(),
                bill.parts().stream().filter(part -> !part.licences().isEmpty()).count());
    return head + bill.parts().stream().map(LicenceList::row).collect(Collectors.joining());
  }

  private static String row(Part part) {
    String licences = part.licences().isEmpty() ? "not known" : String.join("; ", part.licences());
    return "| %s | %s | %s |%n"
        .formatted(part.name(), part.version(), licences.replace("|", "\\|"));
  }
}
