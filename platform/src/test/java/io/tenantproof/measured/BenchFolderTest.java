package io.tenantproof.measured;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BenchFolderTest {

  private static final Path SCHEMA = Path.of("../docs/bench.schema.json");

  @TempDir private Path path;

  private static List<Error> errors(String json) throws IOException {
    return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
        .getSchema(Files.readString(SCHEMA), InputFormat.JSON)
        .validate(json, InputFormat.JSON);
  }

  @Test
  void whatIsKeptIsFoundAgain() {
    BenchFolder folder = new BenchFolder(path.resolve("new"));
    BenchFile growth = Samples.file("growth", Samples.GROWTH);

    folder.write(growth);

    assertThat(folder.read("growth")).contains(growth);
    assertThat(folder.read("window")).isEmpty();
  }

  @Test
  void aFileOfAnotherFormatIsRefusedWithTheCure() throws IOException {
    BenchFolder folder = new BenchFolder(path);
    Files.writeString(
        folder.file("growth"),
        Samples.file("growth", Samples.GROWTH).json().replaceFirst("1", "9"));

    assertThatIllegalArgumentException()
        .isThrownBy(() -> folder.read("growth"))
        .withMessageContaining("expected format 1, found 9")
        .withMessageContaining("`tenantproof bench growth`");
  }

  @Test
  void isAsItsSchemaSays() throws IOException {
    for (BenchFile file : Samples.all()) {
      assertThat(errors(file.json())).as(file.name()).isEmpty();
    }
    assertThat(
            errors(
                BenchFile.of("boot", Samples.MEASURED, Machine.here(Optional.empty()), Samples.BOOT)
                    .json()))
        .isEmpty();
  }

  @Test
  void theSchemaRefusesWhatItDoesNotKnow() throws IOException {
    assertThat(errors(Samples.file("growth", Samples.WINDOW).json())).isNotEmpty();
    for (BenchFile file : Samples.all()) {
      String json = file.json();
      assertThat(errors(json.replace("\"processors\"", "\"cores\""))).isNotEmpty();
      assertThat(errors(json.replaceFirst("\"format\" : 1", "\"format\" : 2"))).isNotEmpty();
    }
  }
}
