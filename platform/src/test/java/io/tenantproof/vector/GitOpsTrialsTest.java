package io.tenantproof.vector;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantproof.http.StubServer.Asked;
import io.tenantproof.isolation.Family;
import io.tenantproof.isolation.Finding;
import io.tenantproof.isolation.Observation.State;
import io.tenantproof.isolation.Vector;
import io.tenantproof.isolation.Verdict;
import io.tenantproof.probe.Run;
import io.tenantproof.vector.ArgoCdAnswer.Compared;
import io.tenantproof.vector.ArgoCdAnswer.Noticed;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class GitOpsTrialsTest {

  private static final Run RUN = new Run("0f3ab", Instant.EPOCH);
  private static final Vector VECTOR = new Vector("gitops.any", Family.GITOPS, "any", "any");
  private static final GitSource SOURCE = new GitSource(Map.of("repoURL", "http://git/one.git"));
  private static final Compared ANSWER = Compared.unless("is not permitted in project");
  private static final String REFUSED =
      "conditions: [{type: InvalidSpecError, message: application repo http://git/one.git is not"
          + " permitted in project 'tenant-a'}]";
  private static final String LET_IN = "sync: {status: OutOfSync}";

  private final StubArgoCd stub = new StubArgoCd();

  @AfterEach
  void stops() {
    stub.close();
  }

  @Test
  void refusedOfTheTenantAndLetInElsewhereIsIsolated() {
    stub.says(name("trial"), REFUSED).says(name("control"), LET_IN);

    assertThat(tried(ANSWER).verdict()).isEqualTo(Verdict.ISOLATED);
  }

  @Test
  void letInOfTheTenantIsABreach() {
    stub.says(name("trial"), LET_IN).says(name("control"), LET_IN);

    assertThat(tried(ANSWER).verdict()).isEqualTo(Verdict.BREACHED);
  }

  @Test
  void refusedEverywhereProvesNothing() {
    stub.says(name("trial"), REFUSED).says(name("control"), REFUSED);

    assertThat(tried(ANSWER).verdict()).isEqualTo(Verdict.UNPROVEN);
  }

  @Test
  void silenceProvesNothing() {
    stub.says(name("trial"), "{}").says(name("control"), LET_IN);

    Finding finding = tried(ANSWER);

    assertThat(finding.verdict()).isEqualTo(Verdict.UNPROVEN);
    assertThat(finding.reason()).contains("did not say within 1 s", "not compared yet");
  }

  @Test
  void argoCdIsAskedAgainAboutWhatItCouldNotCompare() {
    stub.says(name("trial"), "conditions: [{type: ComparisonError, message: context deadline}]")
        .says(name("control"), LET_IN);

    assertThat(tried(ANSWER).verdict()).isEqualTo(Verdict.UNPROVEN);

    assertThat(stub.server().asked())
        .filteredOn(one -> one.method().equals("PATCH"))
        .isNotEmpty()
        .allSatisfy(
            one -> {
              assertThat(one.path()).endsWith("/applications/" + name("trial"));
              assertThat(one.body()).contains("argocd.argoproj.io/refresh");
            });
  }

  @Test
  void silenceIsWhatAnApplicationElsewhereShouldMeet() {
    stub.says(name("trial"), "{}").says(name("control"), LET_IN);

    Finding finding = tried(new Noticed());

    assertThat(finding.observation().state()).isEqualTo(State.DROPPED);
    assertThat(finding.verdict()).isEqualTo(Verdict.ISOLATED);
  }

  @Test
  void noticeOfAnApplicationElsewhereIsABreach() {
    stub.says(name("trial"), "health: {status: Missing}").says(name("control"), LET_IN);

    assertThat(tried(new Noticed()).verdict()).isEqualTo(Verdict.BREACHED);
  }

  @Test
  void anApplicationElsewhereThatIsNotThereProvesNothing() {
    stub.says(name("control"), LET_IN);

    Finding finding = tried(new Noticed());

    assertThat(finding.verdict()).isEqualTo(Verdict.UNPROVEN);
    assertThat(finding.reason()).contains("there is no Application " + name("trial"));
  }

  @Test
  void anApplicationThatCannotBeMadeIsReported() {
    stub.says(name("trial"), REFUSED).says(name("control"), LET_IN);

    Finding finding = tried(way(ANSWER, trial("trial").in("closed")));

    assertThat(finding.verdict()).isEqualTo(Verdict.UNPROVEN);
    assertThat(finding.reason()).contains("could not be made in closed");
  }

  @Test
  void theOpenProjectIsMadeBeforeWhatRefersToIt() {
    stub.says(name("trial"), REFUSED).says(name("control"), LET_IN);
    tried(ANSWER);

    List<Asked> made =
        stub.server().asked().stream().filter(one -> one.method().equals("POST")).toList();
    assertThat(made).hasSize(3);
    assertThat(made.getFirst().body())
        .contains("\"AppProject\"", new OpenProject(RUN).name(), "argocd:platform-deployer");
    assertThat(made.get(1).body()).contains(name("trial"), "tenantproof.io/throw-away");
  }

  private Finding tried(ArgoCdAnswer answer) {
    return tried(way(answer, trial("trial")));
  }

  private Finding tried(GitOpsWay way) {
    return new GitOpsTrials(
            stub.argoCd(),
            RUN,
            Duration.ofSeconds(1),
            Duration.ofSeconds(1),
            Duration.ofMillis(200))
        .findings(List.of(way))
        .getFirst();
  }

  private static GitOpsWay way(ArgoCdAnswer answer, TrialApplication trial) {
    return new GitOpsWay(VECTOR, "tenant-a", "git", "any", trial, trial("control"), answer);
  }

  private static TrialApplication trial(String what) {
    return TrialApplication.of(RUN, what, "tenant-a", SOURCE, "tenant-a");
  }

  private static String name(String what) {
    return trial(what).name();
  }
}
