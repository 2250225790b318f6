package io.tenantproof.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SettingsReaderTest {

  private static final Map<String, String> LEAST =
      Map.of("DEMO_API_TENANT_NAME", "tenant-a", "DEMO_API_ENVIRONMENT", "test");

  @TempDir Path folder;

  private static Map<String, String> with(Map<String, String> more) {
    Map<String, String> environment = new HashMap<>(LEAST);
    environment.putAll(more);
    return environment;
  }

  private static InvalidSettingsException refusal(Map<String, String> environment) {
    return catchThrowableOfType(
        InvalidSettingsException.class, () -> SettingsReader.read(environment));
  }

  private Path file(String name, String text) throws Exception {
    return Files.writeString(folder.resolve(name), text);
  }

  @Test
  void hasDefaultsForAllButTheIdentity() throws Exception {
    Settings settings = SettingsReader.read(LEAST);

    assertThat(settings)
        .isEqualTo(
            new Settings(
                new Settings.Identity(
                    "tenant-a", "test", "demo-api", "local", "Hello from tenant-a."),
                new Settings.Network(InetAddress.ofLiteral("0.0.0.0"), 8080, 8081),
                Duration.ofSeconds(5),
                Settings.Faults.NONE));
  }

  @Test
  void readsTheEnvironment() throws Exception {
    Settings settings =
        SettingsReader.read(
            with(
                Map.ofEntries(
                    Map.entry("DEMO_API_APP", "shop"),
                    Map.entry("DEMO_API_MESSAGE", "Good day."),
                    Map.entry("DEMO_API_POD_NAME", "shop-7c9f.x"),
                    Map.entry("DEMO_API_BIND_ADDRESS", "::1"),
                    Map.entry("DEMO_API_PORT", " 9090 "),
                    Map.entry("DEMO_API_MANAGEMENT_PORT", "9091"),
                    Map.entry("DEMO_API_DRAIN_SECONDS", "0"),
                    Map.entry("DEMO_API_FAULT_DELAY_MS", "250"),
                    Map.entry("DEMO_API_FAULT_ERROR_RATE", "0.25"),
                    Map.entry("DEMO_API_FAULT_UNREADY", "true"),
                    Map.entry("DEMO_API_FAULT_CRASH_AFTER_SECONDS", "60"),
                    Map.entry("PATH", "/usr/bin"))));

    assertThat(settings)
        .isEqualTo(
            new Settings(
                new Settings.Identity("tenant-a", "test", "shop", "shop-7c9f.x", "Good day."),
                new Settings.Network(InetAddress.ofLiteral("::1"), 9090, 9091),
                Duration.ZERO,
                new Settings.Faults(
                    Duration.ofMillis(250), 0.25, true, Optional.of(Duration.ofSeconds(60)))));
  }

  @ParameterizedTest
  @CsvSource({"demo.yaml, ': '", "demo.yml, ': '", "demo.properties, ="})
  void readsAFileAndTheEnvironmentWins(String name, String separator) throws Exception {
    String text =
        """
        tenant-name=tenant-f
        environment=file
        fault-error-rate=0.5
        fault-unready=true
        port=0
        """;
    Path file = file(name, text.replace("=", separator));

    Settings settings =
        SettingsReader.read(
            Map.of("DEMO_API_CONFIG", file.toString(), "DEMO_API_ENVIRONMENT", "variable"));

    assertThat(settings.identity().tenantName()).isEqualTo("tenant-f");
    assertThat(settings.identity().environment()).isEqualTo("variable");
    assertThat(settings.faults().errorRate()).isEqualTo(0.5);
    assertThat(settings.faults().unready()).isTrue();
    assertThat(settings.network().port()).isZero();
  }

  @Test
  void takesAnEmptyTextAsNotSet() throws Exception {
    assertThat(SettingsReader.read(with(Map.of("DEMO_API_PORT", "", "DEMO_API_CONFIG", ""))))
        .isEqualTo(SettingsReader.read(LEAST));
  }

  // A long path is cut short; how long that of a temporary folder is differs.
  private static String shownStart(Path file) {
    String path = file.toString();
    return path.substring(0, Math.min(30, path.length()));
  }

  @Test
  void namesEveryProblemAtOnce() throws Exception {
    Path file = file("demo.yaml", "tenant-nam: x\nport: eighty\n");

    InvalidSettingsException refusal =
        refusal(
            Map.of(
                "DEMO_API_CONFIG", file.toString(),
                "DEMO_API_TENANT_NAME", "Tenant A",
                "DEMO_API_FAULT_ERROR_RATE", "2",
                "DEMO_API_COLOUR", "red"));

    assertThat(refusal.problems()).hasSize(6);
    assertThat(refusal)
        .hasMessageStartingWith("Settings refused, 6 problems:\n")
        .hasMessageContaining("DEMO_API_COLOUR: seen \"red\", expected one of DEMO_API_TENANT_NAME")
        .hasMessageContaining("tenant-nam: seen \"x\", expected one of the keys tenant-name, ")
        .hasMessageContaining("(file " + shownStart(file))
        .hasMessageContaining("port: seen \"eighty\", expected a whole number from 0 to 65535")
        .hasMessageContaining("tenant-name: seen \"Tenant A\", expected lower-case letters")
        .hasMessageContaining("environment: not set, expected lower-case letters")
        .hasMessageContaining("set DEMO_API_ENVIRONMENT or the key environment")
        .hasMessageContaining("fault-error-rate: seen \"2\", expected a number from 0 to 1");
  }

  @ParameterizedTest
  @CsvSource({
    "DEMO_API_TENANT_NAME, -a",
    "DEMO_API_TENANT_NAME, a_b",
    "DEMO_API_ENVIRONMENT, Produktion",
    "DEMO_API_APP, a.b",
    "DEMO_API_POD_NAME, pod/1",
    "DEMO_API_BIND_ADDRESS, localhost",
    "DEMO_API_BIND_ADDRESS, 1.2.3",
    "DEMO_API_PORT, -1",
    "DEMO_API_PORT, 65536",
    "DEMO_API_PORT, 8080.0",
    "DEMO_API_MANAGEMENT_PORT, 8080",
    "DEMO_API_DRAIN_SECONDS, 301",
    "DEMO_API_FAULT_DELAY_MS, 20001",
    "DEMO_API_FAULT_ERROR_RATE, NaN",
    "DEMO_API_FAULT_ERROR_RATE, -0.1",
    "DEMO_API_FAULT_UNREADY, yes",
    "DEMO_API_FAULT_CRASH_AFTER_SECONDS, 1e3",
    "DEMO_API_CONFIG, /nowhere/demo.yaml",
    "DEMO_API_CONFIG, demo.json",
    "demo_api_port, 1",
    "DEMO_API_, 1"
  })
  void refusesWhatIsWrong(String variable, String value) {
    InvalidSettingsException refusal = refusal(with(Map.of(variable, value)));

    if (variable.startsWith(SettingKey.PREFIX)) {
      assertThat(refusal)
          .hasMessageContaining("seen \"" + value + "\"")
          .hasMessageContaining(variable);
    } else {
      assertThat(refusal).as("names of others are left alone").isNull();
    }
  }

  @Test
  void refusesALongOrUnprintableMessage() {
    assertThat(refusal(with(Map.of("DEMO_API_MESSAGE", "a".repeat(1000))))).isNull();
    assertThat(refusal(with(Map.of("DEMO_API_MESSAGE", "a".repeat(1001))))).isNotNull();
    assertThat(refusal(with(Map.of("DEMO_API_MESSAGE", "a\u001bb"))))
        .hasMessageContaining("a?b")
        .satisfies(e -> assertThat(e.getMessage()).doesNotContain("\u001b"));
  }

  @ParameterizedTest
  @CsvSource({
    "DEMO_API_SERVICE_HOST, 10.0.0.1",
    "DEMO_API_SERVICE_PORT_HTTP, 80",
    "DEMO_API_PORT_80_TCP_ADDR, 10.0.0.1",
    "DEMO_API_PORT, tcp://10.0.0.1:80"
  })
  void knowsTheVariablesOfAKubernetesService(String variable, String value) {
    assertThat(refusal(with(Map.of(variable, value))))
        .hasMessageContaining("set enableServiceLinks: false in the pod");
  }
}
