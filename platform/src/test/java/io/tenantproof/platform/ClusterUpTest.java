package io.tenantproof.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tenantproof.settings.BadSetting;
import io.tenantproof.settings.Setting;
import io.tenantproof.settings.Settings;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ClusterUpTest {

  @Test
  void aClusterHasOneNodeUnlessTwoAreWanted() {
    assertThat(ClusterUp.nodes(kit(Settings.NONE))).isEqualTo(1);
    assertThat(ClusterUp.nodes(kit(Settings.NONE.with(Setting.NODES, "2")))).isEqualTo(2);
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(strings = {"0", "3", "two"})
  void anotherNumberOfNodesIsRefused(String nodes) {
    Kit kit = kit(Settings.NONE.with(Setting.NODES, nodes));

    assertThatThrownBy(() -> ClusterUp.nodes(kit))
        .isInstanceOf(BadSetting.class)
        .hasMessage(
            "nodes: expected a whole number from 1 to 2, found \"%s\" in the flag --nodes."
                .formatted(nodes));
  }

  @Test
  void aClusterOfSomebodyElseIsGivenNoNode() {
    Kit kit = kit(Settings.NONE.with(Setting.NODES, "2").with(Setting.PROVIDER, "kubeconfig"));

    assertThatThrownBy(() -> ClusterUp.nodes(kit))
        .isInstanceOf(BadSetting.class)
        .hasMessageContaining("somebody else");
  }

  private static Kit kit(Settings settings) {
    return new Kit(settings, Path.of(""));
  }
}
