package io.tenantproof.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.tenantproof.engine.Check.Verdict;
import io.tenantproof.engine.EngineChecks.Needs;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EngineChecksTest {

  private static final long GIB = 1024L * 1024 * 1024;

  @TempDir private Path cache;
  private StubEngine engine;

  @BeforeEach
  void aMachineThatHasAll() throws IOException {
    engine = new StubEngine();
    version("26.1.5");
    info("\"CgroupVersion\":\"2\",\"SecurityOptions\":[\"name=seccomp\"],\"MemTotal\":" + 8 * GIB);
  }

  @AfterEach
  void stop() {
    engine.close();
  }

  @Test
  void aMachineThatHasAllPasses() {
    List<Check> checks = checks();

    assertThat(checks).extracting(Check::verdict).containsOnly(Verdict.OK);
    assertThat(checks)
        .extracting(Check::name)
        .containsExactly(
            "disk of the cache",
            "container engine",
            "privileged containers",
            "cgroup version",
            "memory of the engine");
    assertThatCode(() -> EngineChecks.require(checks)).doesNotThrowAnyException();
  }

  @Test
  void anEngineThatIsTooOldFails() {
    version("20.10.24+dfsg1");

    Check check = check("container engine");

    assertThat(check.verdict()).isEqualTo(Verdict.FAILED);
    assertThat(check.seen()).contains("20.10.24");
    assertThat(check.wanted()).isEqualTo("23 or newer");
    assertThat(check.cure()).contains("Update Docker");
  }

  @Test
  void anEngineWithoutAVersionNumberIsTakenAsNew() {
    version("dev");

    assertThat(check("container engine").verdict()).isEqualTo(Verdict.OK);
  }

  @Test
  void noEngineFailsWithTheWayToOne() {
    List<Check> checks = new EngineChecks(needs(1, 1)).check(Optional.empty());

    assertThat(checks)
        .filteredOn(check -> check.name().equals("container engine"))
        .singleElement()
        .satisfies(
            check -> {
              assertThat(check.verdict()).isEqualTo(Verdict.FAILED);
              assertThat(check.seen()).isEqualTo("none answers");
              assertThat(check.cure()).containsAnyOf("make demo", "Install Docker");
            });
  }

  @Test
  void aRootlessEngineIsWarnedOf() {
    info("\"CgroupVersion\":\"2\",\"SecurityOptions\":[\"name=rootless\"],\"MemTotal\":" + 8 * GIB);

    Check check = check("privileged containers");

    assertThat(check.verdict()).isEqualTo(Verdict.WARNING);
    assertThat(check.seen()).isEqualTo("rootless engine");
    assertThat(check.cure()).contains("cgroup v2 with delegation");
  }

  @Test
  void cgroupVersionOneIsWarnedOf() {
    info("\"CgroupVersion\":\"1\",\"MemTotal\":" + 8 * GIB);

    Check check = check("cgroup version");

    assertThat(check.verdict()).isEqualTo(Verdict.WARNING);
    assertThat(check.seen()).isEqualTo("1");
    assertThat(check.cure()).contains("deprecated cgroup v1");
  }

  @Test
  void anEngineThatSaysNothingOfItsMachineFailsForMemoryOnly() {
    engine.answers("GET /info", 200, "{}");

    assertThat(checks())
        .filteredOn(check -> check.verdict() == Verdict.FAILED)
        .extracting(Check::name)
        .containsExactly("memory of the engine");
  }

  @Test
  void tooLittleMemoryFailsWithBothFigures() {
    info("\"CgroupVersion\":\"2\",\"MemTotal\":" + 3 * GIB);

    Check check = check("memory of the engine");

    assertThat(check.verdict()).isEqualTo(Verdict.FAILED);
    assertThat(check.seen()).isEqualTo("3.0 GiB");
    assertThat(check.wanted()).isEqualTo("4.0 GiB");
    assertThat(check.cure()).isNotEmpty();
  }

  @Test
  void tooLittleDiskFailsWithBothFiguresAndTheFolder() {
    Needs tooMuch = new Needs(1_000_000 * GIB, GIB, cache.resolve("not/made/yet"));

    Check check = new EngineChecks(tooMuch).check(Optional.empty()).getFirst();

    assertThat(check.verdict()).isEqualTo(Verdict.FAILED);
    assertThat(check.seen()).matches("[0-9.]+ GiB free at " + cache);
    assertThat(check.wanted()).isEqualTo("1000000.0 GiB free");
    assertThat(check.cure()).contains("TENANTPROOF_CACHE");
  }

  @Test
  void aRunThatCantEndWellIsStoppedWithEveryReasonAndCure() {
    version("20.10.24");
    info("\"CgroupVersion\":\"1\",\"MemTotal\":" + 3 * GIB);

    assertThatExceptionOfType(EngineUnavailable.class)
        .isThrownBy(() -> EngineChecks.require(checks()))
        .withMessageContaining("container engine: found 20.10.24 (API 1.45), needed 23 or newer.")
        .withMessageContaining("memory of the engine: found 3.0 GiB, needed 4.0 GiB. Give")
        .withMessageNotContaining("cgroup");
  }

  private List<Check> checks() {
    try (ContainerEngine client = engine.client()) {
      return new EngineChecks(needs(1, 4 * GIB)).check(Optional.of(client));
    }
  }

  private Check check(String name) {
    return checks().stream().filter(one -> one.name().equals(name)).findFirst().orElseThrow();
  }

  private Needs needs(long disk, long memory) {
    return new Needs(disk, memory, cache);
  }

  private void version(String version) {
    engine.answers(
        "GET /version", 200, "{\"Version\":\"%s\",\"ApiVersion\":\"1.45\"}".formatted(version));
  }

  private void info(String fields) {
    engine.answers("GET /info", 200, "{" + fields + "}");
  }
}
