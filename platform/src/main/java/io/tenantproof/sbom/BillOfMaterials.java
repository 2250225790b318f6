package io.tenantproof.sbom;

import io.tenantproof.image.CatalogueEntry;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/**
 * What is in one image, in CycloneDX 1.6 (https://cyclonedx.org/docs/1.6/json/). It has no time and
 * no number of its own: the same image gives the same bytes.
 *
 * @param image of the catalogue
 * @param id the digest of the image's configuration
 * @param parts what is in it
 */
public record BillOfMaterials(CatalogueEntry image, String id, List<Part> parts) {

  /** Copies what it is given. */
  public BillOfMaterials {
    parts = List.copyOf(parts);
  }

  /** The file's name, made of the image's. */
  String file() {
    return image.image().toString().replaceAll("[^A-Za-z0-9.]+", "-") + ".cdx.json";
  }

  /** The whole file. */
  String json() {
    Map<String, Object> itself = new LinkedHashMap<>();
    itself.put("type", "container");
    itself.put("bom-ref", id);
    itself.put("name", image.name());
    itself.put("version", image.tag());
    itself.put("licenses", List.of(Map.of("expression", image.licence())));
    Map<String, Object> bill = new LinkedHashMap<>();
    bill.put("bomFormat", "CycloneDX");
    bill.put("specVersion", "1.6");
    bill.put("version", 1);
    bill.put("metadata", Map.of("component", itself));
    bill.put("components", parts.stream().map(BillOfMaterials::component).toList());
    return JsonMapper.shared().writerWithDefaultPrettyPrinter().writeValueAsString(bill) + "\n";
  }

  private static Map<String, Object> component(Part part) {
    Map<String, Object> component = new LinkedHashMap<>();
    component.put("type", "library");
    component.put("bom-ref", part.purl());
    component.put("name", part.name());
    component.put("version", part.version());
    if (!part.licences().isEmpty()) {
      // Debian's short names are not identifiers of SPDX.
      String key = part.purl().startsWith("pkg:deb/") ? "name" : "id";
      component.put(
          "licenses",
          part.licences().stream()
              .map(licence -> Map.of("license", Map.of(key, licence)))
              .toList());
    }
    component.put("purl", part.purl());
    return component;
  }
}
