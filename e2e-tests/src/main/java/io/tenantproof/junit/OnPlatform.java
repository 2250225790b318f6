package io.tenantproof.junit;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * The specs of this class run on a platform that is up; a test takes it as a parameter of type
 * {@link io.tenantproof.scenario.Scenario}.
 *
 * <p>The platform is brought up once for all classes of a run and taken down at its end. After each
 * test the repository is brought back to the kit's own files. A class that needs more nodes than
 * that platform has gets one of its own, which is there while its tests run.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(PlatformExtension.class)
public @interface OnPlatform {
  /** How many nodes the platform needs. */
  int nodes() default 1;
}
