package io.tenantproof.endurance;

import io.tenantproof.progress.Progress;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Supplier;

/**
 * The runner of a kit's own specs.
 *
 * @param maven runs them
 * @param folder keeps what they say
 * @param footprints looks at what is there
 * @param clock times them
 */
record KitRunner(
    MavenRun maven, EnduranceFolder folder, Supplier<Footprint> footprints, Clock clock)
    implements Runner {

  @Override
  public Footprint footprint() {
    return footprints.get();
  }

  @Override
  public Lap lap(int number, Progress.Step step) {
    folder.forget();
    Instant begin = clock.instant();
    boolean built = maven.run(folder.log(number), step::detail);
    Duration took = Duration.between(begin, clock.instant());
    step.detail("what is there");
    folder.keep(number);
    return new Lap(number, begin, took, built, folder.results(), footprint());
  }
}
