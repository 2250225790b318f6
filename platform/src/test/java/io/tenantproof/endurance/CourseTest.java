package io.tenantproof.endurance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class CourseTest {

  private static final long GIB = 1 << 30;

  private static Course of(Gauge gauge, long... values) {
    return Course.of(Laps.measuring(gauge, values)).getFirst();
  }

  private static long[] memory(long... mebibytes) {
    return LongStream.of(mebibytes).map(one -> one * Laps.MIB).toArray();
  }

  @ParameterizedTest
  @EnumSource
  void oneMoreOfWhatIsCountedIsGrowth(Gauge gauge) {
    List<Course> courses = Course.of(Laps.measuring(gauge, 3, 5, 5, 6));

    if (gauge.kind() == Gauge.Kind.COUNTED) {
      assertThat(courses).singleElement().matches(Course::grew);
    } else if (gauge.kind() == Gauge.Kind.SHOWN) {
      assertThat(courses).isEmpty();
    }
  }

  @Test
  void whatTheFirstRunMakesAndWhatGoesAgainIsNone() {
    assertThat(of(Gauge.VOLUMES, 0, 5, 5, 5)).matches(course -> !course.grew());
    assertThat(of(Gauge.VOLUMES, 0, 5, 9, 5)).matches(course -> !course.grew());
    assertThat(of(Gauge.VOLUMES, 0, 5, 5, 4)).matches(course -> !course.grew());
  }

  @Test
  void whatCameIsNamed() {
    Course course =
        Course.of(
                Laps.counting(
                    Gauge.PORTS,
                    List.of("6443"),
                    List.of("6443", "18080"),
                    List.of("6443", "18080", "41234", "41235")))
            .getFirst();

    assertThat(course.grew()).isTrue();
    assertThat(course.told())
        .isEqualTo("TCP ports on loopback: 2 after run 2, 4 after run 3; only then: 41234, 41235");
  }

  @Test
  void namesThatAreThereSeveralTimesAreCountedSo() {
    Reading before = Reading.of(List.of("argocd", "tenant-a"));
    Reading after = Reading.of(List.of("tenant-a", "tenant-a", "argocd"));

    assertThat(after.moreThan(before)).containsExactly("tenant-a");
    assertThat(before.moreThan(after)).isEmpty();
  }

  @Test
  void memoryThatRisesWithEachRunIsGrowth() {
    Course course = of(Gauge.NODE_MEMORY, memory(900, 1000, 1025, 1049, 1076, 1099));

    assertThat(course.grew()).isTrue();
    assertThat(course.told())
        .startsWith("memory of the node: +24.9 MiB a run (+2.5 %), +10.0 % from run 2 to run 6;")
        .endsWith("tolerated are 2 % a run and 25 % in all");
  }

  @Test
  void fewRunsDoNotMakeASlope() {
    assertThat(of(Gauge.NODE_MEMORY, memory(900, 1000, 1030, 1060)).grew()).isFalse();
    assertThat(of(Gauge.NODE_MEMORY, memory(900, 1000, 1300)).grew()).isTrue();
  }

  @Test
  void upsAndDownsAreNoGrowth() {
    assertThat(of(Gauge.NODE_MEMORY, memory(900, 1000, 1120, 990, 1130, 1010, 1120)).grew())
        .isFalse();
  }

  @Test
  void slowGrowthIsSeenInTheEnd() {
    long[] values = LongStream.range(0, 20).map(run -> GIB + run * GIB * 15 / 1000).toArray();

    assertThat(of(Gauge.NODE_MEMORY, values).trend().orElseThrow().percentPerRun()).isLessThan(2);
    assertThat(of(Gauge.NODE_MEMORY, values).grew()).isTrue();
  }

  @Test
  void diskIsToleratedLess() {
    long[] values = memory(900, 1000, 1015, 1030, 1045, 1060);

    assertThat(of(Gauge.CACHE_DISK, values).grew()).isTrue();
    assertThat(of(Gauge.NODE_MEMORY, values).grew()).isFalse();
    assertThat(of(Gauge.ENGINE_DISK, memory(1, 1000, 1001, 1000, 1002, 1001)).grew()).isFalse();
  }

  @Test
  void whatWasNothingGrowsByAnything() {
    assertThat(of(Gauge.CACHE_DISK, 0, 0, Laps.MIB).grew()).isTrue();
    assertThat(of(Gauge.CACHE_DISK, 0, 0, 0).grew()).isFalse();
  }

  @Test
  void theTrendIsTheLineOfLeastSquares() {
    Trend trend =
        Trend.of(
            List.of(
                new Trend.Point(2, 10),
                new Trend.Point(3, 12),
                new Trend.Point(4, 11),
                new Trend.Point(6, 15)));

    // By hand: means 3.75 and 12, sums of squares 8.75 and of products 10.
    assertThat(trend.slope()).isCloseTo(10 / 8.75, within(1e-9));
    assertThat(trend.first()).isCloseTo(10, within(1e-9));
    assertThat(trend.last()).isCloseTo(10 + 4 * 10 / 8.75, within(1e-9));
    assertThat(trend.noise()).isCloseTo(Math.sqrt((14 - 100 / 8.75) / 2 / 8.75), within(1e-9));
    assertThat(trend.risesClearly()).isTrue();
  }
}
