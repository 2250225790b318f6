package io.tenantproof.junit;

import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * How a test is called in all that people read.
 *
 * @param spec its class
 * @param test its method, with the arguments that tell it from the others of the same method
 */
record TestName(String spec, String test) {

  static TestName of(ExtensionContext context) {
    String method = context.getRequiredTestMethod().getName();
    String shown = context.getDisplayName();
    return new TestName(
        context.getRequiredTestClass().getSimpleName(),
        shown.startsWith(method)
            ? method
            : method + "-" + shown.strip().replaceAll("[^A-Za-z0-9]+", "-"));
  }

  /** Both; as good for a folder. */
  @Override
  public String toString() {
    return spec + "/" + test;
  }
}
