package io.tenantproof.gates;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The compiled classes of all modules; reading them takes seconds, so it is done once. */
final class Compiled {

  static final JavaClasses MAIN = in("classes");
  static final JavaClasses TESTS = in("test-classes");

  private Compiled() {}

  /** The package of a class as the design names it: without the root and without what is below. */
  static String packageOf(JavaClass type) {
    String name = type.getPackageName();
    return name.length() <= Arrows.ROOT.length()
        ? name
        : name.substring(Arrows.ROOT.length() + 1).split("\\.", 2)[0];
  }

  private static JavaClasses in(String folder) {
    SourceTree tree = SourceTree.find();
    List<Path> folders =
        SourceTree.MODULES.stream()
            .map(module -> tree.root().resolve(module).resolve("target").resolve(folder))
            .filter(Files::isDirectory)
            .toList();
    return new ClassFileImporter().importPaths(folders);
  }
}
