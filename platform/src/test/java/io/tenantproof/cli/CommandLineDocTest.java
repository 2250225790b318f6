package io.tenantproof.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantproof.engine.Check;
import io.tenantproof.engine.ChecksText;
import io.tenantproof.loki.LogLine;
import io.tenantproof.loki.LogQuestion;
import io.tenantproof.loki.LogText;
import io.tenantproof.loki.Window;
import io.tenantproof.platform.Pages;
import io.tenantproof.platform.PagesText;
import io.tenantproof.status.StatusJson;
import io.tenantproof.status.Statuses;
import io.tenantproof.tenant.DeclaredTenant;
import io.tenantproof.tenant.Retention;
import io.tenantproof.tenant.Tenant;
import io.tenantproof.tenant.TenantsJson;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** docs/command-line.md tells every command, and each JSON with the fields that it has. */
class CommandLineDocTest {

  private static final Path DOC = Path.of("../docs/command-line.md");
  private static final Tenant TENANT = new Tenant("tenant-c", "staging");
  private static final DeclaredTenant DECLARED = new DeclaredTenant(TENANT, "r:1", 2);

  @RegisterExtension private final Printed printed = new Printed();

  @Test
  void everyCommandIsThere() throws IOException {
    String doc = Files.readString(DOC);

    assertThat(TenantProof.commands().getSubcommands().keySet())
        .hasSizeGreaterThan(12)
        .allSatisfy(name -> assertThat(doc).contains("| `tenantproof " + name));
  }

  @ParameterizedTest
  @MethodSource("printed")
  void eachJsonHasTheFieldsThatAreTold(String command, String printed) throws IOException {
    assertThat(fields(told(command))).isEqualTo(fields(printed));
  }

  @Test
  void theJsonOfImagesHasNoOtherFields(@TempDir Path cache) throws IOException {
    // Nothing is fetched to say that nothing is there.
    assertThat(
            TenantProof.run(
                "images",
                "--json",
                "--home=..",
                "--cache=" + cache,
                "--debian-mirror=http://127.0.0.1:1"))
        .isZero();

    assertThat(fields(told("images"))).containsAll(fields(printed.out()));
    assertThat(fields(printed.out())).contains("/images", "/images/image", "/images/buildable");
  }

  static Stream<Arguments> printed() {
    Instant now = Instant.parse("2026-01-01T10:05:00Z");
    return Map.of(
            "status",
            StatusJson.of(Statuses.bad()),
            "tenant list",
            TenantsJson.list(List.of(DECLARED)),
            "tenant add",
            TenantsJson.added(DECLARED),
            "tenant remove",
            TenantsJson.removed(TENANT, new Retention("7d", "168h")),
            "logs",
            LogText.json(
                new LogQuestion("tenant-a", new Window(now, now), 1, Optional.empty()),
                List.of(new LogLine(Map.of(), now, "line"))),
            "open",
            PagesText.json(List.of(new Pages.Page("Loki", URI.create("http://127.0.0.1:1")))),
            "doctor",
            ChecksText.json(
                List.of(new Check("a", Check.Verdict.WARNING, "seen", "wanted", "cure"))))
        .entrySet()
        .stream()
        .map(one -> Arguments.of(one.getKey(), one.getValue()));
  }

  private static String told(String command) throws IOException {
    String mark = "<!-- json %s -->\n```json\n".formatted(command);
    String doc = Files.readString(DOC);
    assertThat(doc).contains(mark);
    String rest = doc.substring(doc.indexOf(mark) + mark.length());
    return rest.substring(0, rest.indexOf("```"));
  }

  private static Set<String> fields(String json) {
    Set<String> fields = new TreeSet<>();
    collect("", JsonMapper.shared().readTree(json), fields);
    return fields;
  }

  private static void collect(String path, JsonNode node, Set<String> fields) {
    node.properties()
        .forEach(
            one -> {
              fields.add(path + "/" + one.getKey());
              collect(path + "/" + one.getKey(), one.getValue(), fields);
            });
    if (node.isArray()) {
      node.forEach(one -> collect(path, one, fields));
    }
  }
}
