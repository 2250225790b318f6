package io.tenantproof.gates;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.conditions.ArchConditions.be;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaModifier;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class CodeRulesTest {

  private static final List<JavaClasses> ALL = List.of(Compiled.MAIN, Compiled.TESTS);

  @Test
  void namesSayWhatAClassIs() {
    for (JavaClasses all : ALL) {
      noClasses()
          .should()
          .haveNameMatching(".*(Utils?|Helper|Manager|Common)(\\$.*)?")
          .because("such a name takes in everything")
          .check(all);
    }
  }

  @Test
  void nothingSleeps() {
    for (JavaClasses all : ALL) {
      noClasses()
          .should()
          .callMethodWhere(callOf("sleep", Thread.class, TimeUnit.class))
          .because("a wait has a condition and a deadline: use Awaitility")
          .check(all);
    }
  }

  @Test
  void onlyAMainEndsTheJvm() {
    noClasses()
        .that(
            describe(
                "are neither of the command line nor the service's main, nor answer a signal",
                c ->
                    !Compiled.packageOf(c).equals("cli")
                        && !c.getFullName().equals("io.tenantproof.helm.EndingSignals")
                        && !c.getFullName().equals("io.tenantproof.demo.Main")))
        .should()
        .callMethodWhere(callOf("exit", System.class, Runtime.class))
        .orShould()
        .callMethodWhere(callOf("halt", Runtime.class))
        .check(Compiled.MAIN);
  }

  @Test
  void noStateIsStatic() {
    fields()
        .that(describe("are static", CodeRulesTest::isStatic))
        .should(be(describe("final", f -> f.getModifiers().contains(JavaModifier.FINAL))))
        .andShould(be(describe("immutable", f -> !isMutable(f.getRawType()))))
        .check(Compiled.MAIN);
  }

  private static DescribedPredicate<JavaCall<?>> callOf(String method, Class<?>... owners) {
    return describe(
        "calls " + method,
        call ->
            call.getName().equals(method)
                && List.of(owners).stream().anyMatch(call.getTargetOwner()::isEquivalentTo));
  }

  private static boolean isStatic(JavaField field) {
    // The compiler's own tables of enums and switches are synthetic.
    return field.getModifiers().contains(JavaModifier.STATIC)
        && !field.getModifiers().contains(JavaModifier.SYNTHETIC);
  }

  private static boolean isMutable(JavaClass type) {
    boolean container = type.isAssignableTo(Collection.class) || type.isAssignableTo(Map.class);
    return type.isArray()
        || (container && !type.isInterface())
        || type.getPackageName().startsWith("java.util.concurrent.atomic")
        || type.isEquivalentTo(StringBuilder.class)
        || type.isEquivalentTo(ThreadLocal.class);
  }
}
