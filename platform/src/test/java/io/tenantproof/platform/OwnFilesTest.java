package io.tenantproof.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.tenantproof.settings.BadSetting;
import io.tenantproof.settings.Setting;
import io.tenantproof.settings.Settings;
import io.tenantproof.tenant.Tenant;
import io.tenantproof.tenant.TenantFiles;
import io.tenantproof.vector.Families;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OwnFilesTest {

  private static final String SCHEMA =
      """
      {"type": "object", "properties": {"tenantName": {"type": "string"},
        "environment": {"type": "string"}, "%s": {}}, "additionalProperties": false}
      """;

  @TempDir private Path folder;
  private Path home;

  @BeforeEach
  void aKitAndWhatIsBroughtAlong() {
    home = folder.resolve("kit");
    write("kit/platform/images/catalogue.yaml", "");
    tree("kit/gitops", "kits");
    write("mine/shop/Chart.yaml", "{apiVersion: v2, name: shop, version: 1.0.0}");
    write("mine/shop/values.schema.json", SCHEMA.formatted("own"));
    write("mine/tenants/shop-values.yaml", "tenantName: shop\nenvironment: test\nown: 1\n");
  }

  @Test
  void withoutTheFileAllIsTheKits() {
    assertThat(kit().gitops()).isEqualTo(home.resolve("gitops"));
    assertThat(kit().editable()).isEqualTo(home.resolve("gitops"));
    assertThat(kit().own().probes()).isEmpty();
  }

  @Test
  void aTreeOfOnesOwnIsReadWhereItIs() {
    tree("mine/tree", "own");
    own("gitops: ../mine/tree\n");

    assertThat(kit().gitops()).isEqualTo(folder.resolve("mine/tree"));
    assertThat(kit().editable()).isEqualTo(folder.resolve("mine/tree"));
  }

  @Test
  void aChartAndTenantsOfOnesOwnTakeThePlaceOfTheKits() throws IOException {
    own("chart: ../mine/shop\ntenants: ../mine/tenants\n");

    Path tree = kit().gitops();

    assertThat(tree).isNotEqualTo(home.resolve("gitops"));
    assertThat(new TenantFiles(tree).read()).containsExactly(new Tenant("shop", "test"));
    assertThat(tree.resolve("bootstrap/root.yaml")).exists();
    assertThat(tree.resolve("charts/demo-api/Chart.yaml")).content().contains("name: shop");
    assertThat(tree.resolve("charts/demo-api/templates")).doesNotExist();
    assertThat(Files.readSymbolicLink(tree.resolve("charts/demo-api/tenants")))
        .isEqualTo(Path.of("../../tenants"));
    assertThat(home.resolve("gitops/tenants/kits-values.yaml")).exists();
  }

  @Test
  void whatIsPutTogetherIsChangedWhereItComesFrom() {
    own("tenants: ../mine/tenants\n");
    Kit kit = kit();

    assertThatExceptionOfType(BadSetting.class)
        .isThrownBy(kit::editable)
        .withMessageContaining("tenantproof.yaml puts the GitOps tree together");
  }

  @Test
  void theProbesThatApplyAreThoseThatAreTried() {
    own("probes: [network, dns]\n");

    assertThat(Families.named(kit().own().probes()))
        .extracting(Families::name)
        .containsExactly("network", "dns");
    assertThat(Families.named(List.of())).hasSameSizeAs(Families.all());
  }

  @Test
  void theSchemaKnowsEachFamily() {
    own("probes: %s\n".formatted(Families.all().stream().map(Families::name).toList()));

    assertThat(kit().own().probes()).hasSameSizeAs(Families.all());
  }

  @Test
  void theFileMayBeElsewhere() {
    write("mine/file.yaml", "tenants: tenants\n");

    Kit kit =
        Kit.of(
            Settings.NONE
                .with(Setting.HOME, home.toString())
                .with(Setting.CONFIG, folder.resolve("mine/file.yaml").toString()));

    assertThat(kit.own().tenants()).contains(folder.resolve("mine/tenants"));
  }

  @Test
  void anUnknownKeyIsRefusedWithFileAndLine() {
    refused(
        "probes: [dns]\ngitop: x\n",
        home.resolve("tenantproof.yaml")
            + ": line 2: unknown key \"gitop\"; known here: gitops, chart, tenants, probes.");
  }

  @Test
  void whatCanNotBeIsRefusedWithItsLine() {
    refused(
        "# mine\nprobes: [netwerk]\n", "tenantproof.yaml: line 2: /probes/0: found \"netwerk\"");
    refused("probes: []\n", "line 1: /probes: ");
    refused("chart: 7\n", "line 1: /chart: found 7");
    refused("chart: [\n", ": no YAML: ");
    refused("just words\n", "line 1: found \"just words\"");
  }

  @Test
  void aFolderThatIsNotThereIsNamed() {
    refused("gitops: ../mine\n", "gitops: expected " + folder.resolve("mine/bootstrap/root.yaml"));
    refused("chart: nowhere\n", "chart: expected " + home.resolve("nowhere/Chart.yaml"));
    refused("tenants: nowhere\n", "tenants: expected " + home.resolve("nowhere"));
  }

  @Test
  void nothingIsLaidOverARepositoryThatTheKitDoesNotPush() {
    own("chart: ../mine/shop\n");

    assertThatExceptionOfType(BadSetting.class)
        .isThrownBy(
            () ->
                Kit.of(
                    Settings.NONE
                        .with(Setting.HOME, home.toString())
                        .with(Setting.GIT_URL, "https://git.example.com/a.git")))
        .withMessageContaining("TENANTPROOF_GIT_URL it pushes none");
  }

  private void refused(String text, String part) {
    own(text);
    assertThatExceptionOfType(BadSetting.class).isThrownBy(this::kit).withMessageContaining(part);
  }

  private Kit kit() {
    return Kit.of(Settings.NONE.with(Setting.HOME, home.toString()));
  }

  private void own(String text) {
    write("kit/tenantproof.yaml", text);
  }

  private void tree(String name, String tenant) {
    write(name + "/bootstrap/root.yaml", "{}");
    write(name + "/charts/demo-api/templates/service.yaml", "");
    write(name + "/charts/demo-api/values.schema.json", SCHEMA.formatted("kits"));
    write(
        name + "/tenants/" + tenant + "-values.yaml",
        "tenantName: %s\nenvironment: test\n".formatted(tenant));
  }

  private void write(String path, String text) {
    try {
      Path file = folder.resolve(path);
      Files.createDirectories(file.getParent());
      Files.writeString(file, text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
