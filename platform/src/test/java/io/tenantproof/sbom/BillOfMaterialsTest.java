package io.tenantproof.sbom;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.tenantproof.image.CatalogueEntry;
import io.tenantproof.image.CatalogueEntry.Role;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class BillOfMaterialsTest {

  private static final CatalogueEntry IMAGE =
      new CatalogueEntry(
          "example.org/hello",
          "1.0",
          null,
          "Apache-2.0",
          "a test",
          Role.PLATFORM,
          null,
          false,
          null);
  private static final Part KNOWN =
      new Part("git", "1:2.47.3", "pkg:deb/debian/git@1%3A2.47.3", List.of("GPL-2"));
  private static final Part UNKNOWN = new Part("std", "1", "pkg:golang/x@1", List.of());
  private static final Part MODULE =
      new Part("example.org/m", "v1", "pkg:golang/example.org/m@v1", List.of("MIT"));
  private static final String SCHEMA = "bom-1.6.schema.json";
  private static final BillOfMaterials BILL =
      new BillOfMaterials(IMAGE, "sha256:abc", List.of(KNOWN, UNKNOWN, MODULE));

  @Test
  void theImageAndItsPartsAreThere() {
    JsonNode bill = JsonMapper.shared().readTree(BILL.json());

    assertThat(bill.path("bomFormat").asString()).isEqualTo("CycloneDX");
    assertThat(bill.at("/metadata/component/type").asString()).isEqualTo("container");
    assertThat(bill.at("/metadata/component/bom-ref").asString()).isEqualTo("sha256:abc");
    assertThat(bill.at("/metadata/component/version").asString()).isEqualTo("1.0");
    assertThat(bill.at("/components")).hasSize(3);
    assertThat(bill.at("/components/0/purl").asString()).isEqualTo(KNOWN.purl());
    assertThat(bill.at("/components/0/licenses/0/license/name").asString()).isEqualTo("GPL-2");
    assertThat(bill.at("/components/1").has("licenses")).isFalse();
  }

  @Test
  void itIsAsTheSchemaOfCycloneDxSays() throws IOException {
    assertThat(errors(BILL.json())).isEmpty();
    assertThat(errors(BILL.json().replace("container", "thing"))).isNotEmpty();
    assertThat(errors(BILL.json().replace("MIT", "My own"))).isNotEmpty();
  }

  private static List<Error> errors(String json) throws IOException {
    Map<String, String> schemas = new HashMap<>();
    for (String name : List.of(SCHEMA, "spdx.schema.json", "jsf-0.82.schema.json")) {
      try (InputStream in = ClassLoader.getSystemResourceAsStream(name)) {
        String text = new String(Objects.requireNonNull(in, name).readAllBytes(), UTF_8);
        schemas.put("http://cyclonedx.org/schema/" + name, text);
      }
    }
    return SchemaRegistry.withDefaultDialect(
            SpecificationVersion.DRAFT_7, registry -> registry.schemas(schemas))
        .getSchema(SchemaLocation.of("http://cyclonedx.org/schema/" + SCHEMA))
        .validate(json, InputFormat.JSON);
  }

  @Test
  void theSameImageGivesTheSameBytes() {
    JsonNode bill = JsonMapper.shared().readTree(BILL.json());

    assertThat(bill.has("serialNumber")).isFalse();
    assertThat(bill.at("/metadata").has("timestamp")).isFalse();
    assertThat(BILL.file()).isEqualTo("example.org-hello-1.0.cdx.json");
  }

  @Test
  void theListSaysWhatIsNotKnown() {
    assertThat(LicenceList.markdown(List.of(BILL)))
        .contains("## example.org/hello:1.0", "3 parts, 2 of them with a licence that is known")
        .contains("| git | 1:2.47.3 | GPL-2 |")
        .contains("| 1 | not known |");
  }
}
