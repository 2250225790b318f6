package io.tenantproof.endurance;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantproof.progress.Progress;
import io.tenantproof.settings.Setting;
import io.tenantproof.settings.Settings;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KitRunnerTest {

  private static final Plan ALL = new Plan(3, false, List.of(), Optional.empty());
  private static final Footprint THERE = new Footprint(Map.of(), List.of("nothing"));

  @TempDir private Path home;

  private final List<String> said = new ArrayList<>();

  @BeforeEach
  void thereIsAKit() {
    StandInKit.in(home);
    new EnduranceFolder(home).clear();
  }

  private Lap lap(int number, String maven) {
    var _ = new StandInKit(home).maven(maven);
    return new KitRunner(
            new MavenRun(home, Settings.NONE, ALL),
            new EnduranceFolder(home),
            () -> THERE,
            Clock.systemUTC())
        .lap(number, new Listening());
  }

  private final class Listening implements Progress.Step {
    @Override
    public void detail(String now) {
      said.add(now);
    }

    @Override
    public void done(String outcome) {
      said.add(outcome);
    }

    @Override
    public void close() {
      said.add("closed");
    }
  }

  private Path file(String name) {
    return home.resolve(name);
  }

  @Test
  void aRunIsMavensWithItsOutputAndItsResults() {
    Lap lap = lap(1, "echo \"$@\"; echo '… GitOpsIT'; echo '? LogsIT'; report passed\n");

    assertThat(lap.isGood()).isTrue();
    assertThat(lap.results().passed()).containsExactly("GitOpsIT.aRevertRollsBack");
    assertThat(lap.footprint()).isEqualTo(THERE);
    assertThat(said).containsExactly("GitOpsIT", "LogsIT", "what is there");
    assertThat(file("target/endurance/run-1.log"))
        .content()
        .startsWith("--batch-mode --no-transfer-progress verify --projects e2e-tests --also-make ");
    assertThat(file("target/endurance/run-1.json")).hasSameTextualContentAs(file("passed.json"));
  }

  @Test
  void evidenceOfAFailureIsKeptBeforeTheNextRunTakesItAway() {
    Lap failed =
        lap(2, "report failed; mkdir -p target/dumps/A; echo why >target/dumps/A/pods; exit 1\n");
    Lap passed = lap(3, "rm -r target/dumps; report passed\n");

    assertThat(failed.isGood()).isFalse();
    assertThat(failed.results().failed()).containsExactly("GitOpsIT.aRevertRollsBack");
    assertThat(passed.isGood()).isTrue();
    assertThat(file("target/endurance/run-2-dumps/A/pods")).hasContent("why");
    assertThat(file("target/endurance/run-2.log")).content().contains("ended with exit code 1.");
  }

  @Test
  void whatAnEarlierRunLeftIsNotThisOnes() {
    new StandInKit(home).write("e2e-tests/target/failsafe-reports/summary.xml", "1 failed");
    new StandInKit(home).write("platform/target/failsafe-reports/summary.xml", "1 failed");

    Lap first = lap(1, "report passed\n");
    Lap second = lap(2, "exit 1\n");

    assertThat(file("e2e-tests/target/failsafe-reports")).doesNotExist();
    assertThat(file("platform/target/failsafe-reports")).doesNotExist();
    assertThat(first.isGood()).isTrue();
    assertThat(second.results()).isEqualTo(Results.NONE);
    assertThat(second.told()).isEqualTo("0 tests, 0 failed, 0 skipped; Maven failed");
  }

  @Test
  void aReportThatCantBeReadDoesNotEndTheRuns() {
    Lap lap = lap(1, "report passed; echo broken >target/report/run.json\n");

    assertThat(lap.isGood()).isFalse();
    assertThat(lap.results()).isEqualTo(Results.NONE);
  }

  @Test
  void mavenIsToldWhatToRunAndOnWhat() {
    assertThat(new MavenRun(home, Settings.NONE, ALL).words())
        .startsWith(home.resolve("mvnw").toString())
        .contains("-Dtest=none", "-Dtenantproof.reuse=true")
        .noneMatch(word -> word.startsWith("-Dit.test"));
    Settings given =
        Settings.NONE
            .with(Setting.CACHE, "cache")
            .with(Setting.HOME, "elsewhere")
            .with(Setting.REUSE, "true")
            .with(Setting.IMAGES, "build");
    assertThat(
            new MavenRun(
                    home,
                    given,
                    new Plan(1, true, List.of("GitOpsIT#a*", "LogsIT"), Optional.empty()))
                .words())
        .contains(
            "-Dit.test=GitOpsIT#a*,LogsIT",
            "-Dfailsafe.failIfNoSpecifiedTests=false",
            "-Dtenantproof.reuse=false",
            "-Dtenantproof.images=build",
            "-Dtenantproof.cache=" + Path.of("cache").toAbsolutePath())
        .doesNotContain("-Dtenantproof.reuse=true", "-Dtenantproof.home=elsewhere");
  }

  @Test
  void specsAreThoseOfTheTree() {
    SpecNames specs = SpecNames.in(home);

    assertThat(specs.problem(List.of("GitOpsIT", "GitOpsIT#aRevert*"))).isEmpty();
    assertThat(specs.problem(List.of("GitOpsIT", "GitopsIT")))
        .contains("there is no spec GitopsIT (did you mean GitOpsIT?). Known: GitOpsIT.");
    assertThat(specs.problem(List.of("GitOpsIT -Dx=y"))).isPresent();
  }

  @Test
  void figuresAreReplacedWhole() {
    EnduranceFolder folder = new EnduranceFolder(home);
    folder.write(Account.of(ALL));
    folder.write(Account.of(ALL).with(Laps.with(1, Laps.PASSED)));

    assertThat(folder.json()).content().contains("\"run\" : 1");
    assertThat(folder.path().toFile().list()).containsExactly("endurance.json");
    assertThat(Files.exists(folder.json())).isTrue();
  }
}
