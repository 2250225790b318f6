package io.tenantproof.gates;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

class ArchitectureTest {

  private final Arrows arrows = Arrows.ofTheDesign();

  @Test
  void everyModuleIsLookedAt() {
    assertThat(Compiled.MAIN).extracting(Compiled::packageOf).contains("demo", "cli");
    assertThat(Compiled.TESTS).extracting(Compiled::packageOf).contains("gates");
  }

  @Test
  void everyPackageIsListed() {
    assertThat(
            Compiled.MAIN.stream()
                .map(Compiled::packageOf)
                .distinct()
                .filter(name -> !arrows.lists(name)))
        .as("packages that the design does not know: list them in %s", Arrows.class.getName())
        .isEmpty();
  }

  @Test
  void packagesImportOnlyToTheirLeft() {
    classes().should(importOnlyToTheLeft()).check(Compiled.MAIN);
  }

  @Test
  void specificationsAreSentences() {
    noClasses()
        .that(resideInAPackage("io.tenantproof.specs.."))
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("io.fabric8..", "okhttp3..", "org.testcontainers..")
        .because("a specification reads as a sentence; clients and waits are the harness' business")
        .allowEmptyShould(true)
        .check(Compiled.TESTS);
  }

  @Test
  void onlyTheHarnessKnowsTests() {
    noClasses()
        .that(
            describe(
                "are not of the harness", c -> !Arrows.HARNESS.contains(Compiled.packageOf(c))))
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("org.junit..", "org.assertj..", "io.restassured..")
        .check(Compiled.MAIN);
  }

  @Test
  void thePlatformLogsBySlf4j() {
    noClasses()
        .that(describe("are not the service", c -> !Compiled.packageOf(c).equals("demo")))
        .should()
        .dependOnClassesThat()
        .resideInAPackage("java.util.logging..")
        .check(Compiled.MAIN);
  }

  @Test
  void everyPackageIsNullMarked() {
    assertThat(
            Compiled.MAIN.stream()
                .map(JavaClass::getPackage)
                .filter(one -> !one.isAnnotatedWith(NullMarked.class))
                .map(one -> one.getName())
                .distinct())
        .as("packages without @NullMarked: give them a package-info.java")
        .isEmpty();
  }

  private ArchCondition<JavaClass> importOnlyToTheLeft() {
    return new ArchCondition<>("import only packages to the left of their own") {
      @Override
      public void check(JavaClass item, ConditionEvents events) {
        String from = Compiled.packageOf(item);
        item.getDirectDependenciesFromSelf().stream()
            .filter(one -> one.getTargetClass().getPackageName().startsWith(Arrows.ROOT))
            .filter(one -> !arrows.allow(from, Compiled.packageOf(one.getTargetClass())))
            .map(
                one ->
                    "%s may import %s only: %s"
                        .formatted(from, arrows.of(from), one.getDescription()))
            .forEach(text -> events.add(SimpleConditionEvent.violated(item, text)));
      }
    };
  }
}
