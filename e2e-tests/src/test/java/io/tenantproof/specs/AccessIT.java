package io.tenantproof.specs;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantproof.junit.OnPlatform;
import io.tenantproof.junit.Quick;
import io.tenantproof.scenario.Grant;
import io.tenantproof.scenario.Scenario;
import io.tenantproof.vector.RightsFile;
import io.tenantproof.vector.Subject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.SortedSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Claim: a viewer reads its own tenant and nothing else, a workload may nothing, and who syncs a
 * tenant may what a tenant's chart needs. All rights that there are to have are asked for; what is
 * granted is exactly what the files below the folder access say.
 */
@OnPlatform
class AccessIT {

  @Quick
  @ParameterizedTest(name = "{0} of {2} is held to {1}")
  @CsvSource({
    "viewer,   viewer.txt,   tenant-a, tenant-b",
    "viewer,   viewer.txt,   tenant-b, tenant-a",
    "demo-api, workload.txt, tenant-a, tenant-b",
    "default,  workload.txt, tenant-a, tenant-b",
    "deployer, deployer.txt, tenant-a, tenant-b",
    "deployer, deployer.txt, tenant-b, tenant-a"
  })
  void aServiceAccountMayWhatIsWrittenDown(
      String account, String file, String own, String other, Scenario scenario) {
    Instant begin = Instant.now();

    SortedSet<String> rights = scenario.rights(Subject.account(own, account), own, other);

    scenario.measured("all rights of one subject are asked for", sinceThen(begin));
    assertThat(new RightsFile(file).differences(rights)).isEmpty();
  }

  @Test
  void aPersonOfTheViewersGroupMayTheSameAsTheAccount(Scenario scenario) {
    SortedSet<String> rights =
        scenario.rights(Subject.member("tenant-a-viewers"), "tenant-a", "tenant-b");

    assertThat(RightsFile.VIEWER.differences(rights)).isEmpty();
  }

  @Test
  void aPersonOfAnotherTenantsGroupMayNothingOfATenant(Scenario scenario) {
    SortedSet<String> rights =
        scenario.rights(Subject.member("tenant-b-viewers"), "tenant-a", "tenant-c");

    assertThat(RightsFile.WORKLOAD.differences(rights)).isEmpty();
  }

  @Quick
  @Test
  void aRightThatIsGivenByHandIsSeen(Scenario scenario) {
    Subject viewer = Subject.account("tenant-a", "viewer");
    List<String> more =
        RightsFile.DEPLOYER.rights().stream()
            .filter(right -> !RightsFile.VIEWER.rights().contains(right))
            .toList();
    assertThat(more).contains("own delete apps/deployments");

    try (Grant _ = scenario.tenant("tenant-a").grantByHand("viewer", "tenant-deployer")) {
      scenario.becomes(
          "the viewer has the rights of a deployer too",
          () -> scenario.rights(viewer, "tenant-a", "tenant-b").containsAll(more));
    }
    scenario.becomes(
        "the viewer has its own rights alone",
        () ->
            RightsFile.VIEWER
                .differences(scenario.rights(viewer, "tenant-a", "tenant-b"))
                .isEmpty());
  }

  private static Duration sinceThen(Instant begin) {
    return Duration.between(begin, Instant.now());
  }
}
