package io.tenantproof.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class DesktopTest {

  @Test
  void aDisplayHasTheOpenerOfItsSystem() {
    assertThat(Desktop.of("Linux", Map.of("DISPLAY", ":0"))).contains(new Desktop("xdg-open"));
    assertThat(Desktop.of("Linux", Map.of("WAYLAND_DISPLAY", "wayland-0")))
        .contains(new Desktop("xdg-open"));
    assertThat(Desktop.of("Mac OS X", Map.of())).contains(new Desktop("open"));
  }

  @Test
  void withoutADisplayNothingIsOpened() {
    assertThat(Desktop.of("Linux", Map.of("DISPLAY", ""))).isEmpty();
  }
}
