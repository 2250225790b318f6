package io.tenantproof.cli;

import io.tenantproof.engine.ContainerEngine;
import io.tenantproof.image.ImageName;
import io.tenantproof.image.PinnedImage;
import io.tenantproof.platform.DemoApiImage;
import io.tenantproof.platform.Kit;
import io.tenantproof.progress.ConsoleProgress;
import io.tenantproof.progress.Progress;
import io.tenantproof.registry.ImageRegistry;
import io.tenantproof.registry.Login;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.databind.json.JsonMapper;

/** Pushes the image of the tenants' workload. */
@Command(
    name = "push",
    mixinStandardHelpOptions = true,
    description = {
      "Push the image of the tenants' workload and print it with its digest.",
      "The login is taken from REGISTRY_USER and REGISTRY_PASSWORD, else from Docker's settings."
    })
final class ImagePushCommand implements Callable<Integer> {

  @Spec private @Nullable CommandSpec spec;

  @Parameters(
      paramLabel = "REPOSITORY:TAG",
      description = "where to, as in ghcr.io/owner/kit:1.2.3",
      converter = NameConverter.class)
  private @Nullable ImageName target;

  @Option(
      names = "--archive",
      paramLabel = "FILE",
      description = "the image, as image build --archive writes it; default: it is built")
  private @Nullable Path archive;

  @Option(names = "--label", paramLabel = "NAME=VALUE", description = "one more label of the image")
  private Map<String, String> labels = new TreeMap<>();

  @ArgGroup private Form form = new Form();

  /** What is printed. */
  static final class Form {
    @Option(names = "--quiet", description = "print the digest alone")
    private boolean quiet;

    @Option(names = "--json", description = "print image, tag and digest as JSON")
    private boolean json;
  }

  @Override
  public Integer call() {
    CommandSpec command = Objects.requireNonNull(spec);
    ImageName name = Objects.requireNonNull(target);
    PrintWriter out = command.commandLine().getOut();
    PinnedImage pushed =
        new PinnedImage(
            name,
            Optional.of(
                form.quiet || form.json
                    ? push(command, name, TenantProof.quiet())
                    : pushTelling(command, name, out)));
    out.println(told(pushed));
    out.flush();
    return 0;
  }

  private String told(PinnedImage pushed) {
    String digest = pushed.digest().orElseThrow();
    if (form.quiet) {
      return digest;
    }
    return form.json
        ? JsonMapper.shared()
            .writeValueAsString(
                new TreeMap<>(
                    Map.of(
                        "image", pushed.name().repository(),
                        "tag", pushed.name().tag(),
                        "digest", digest)))
        : pushed.toString();
  }

  private String pushTelling(CommandSpec command, ImageName name, PrintWriter out) {
    try (ConsoleProgress progress = TenantProof.progress(out)) {
      return push(command, name, progress);
    }
  }

  private String push(CommandSpec command, ImageName name, Progress progress) {
    Path file = Optional.ofNullable(archive).orElseGet(() -> built(command, progress));
    if (!Files.isReadable(file)) {
      throw new ParameterException(
          command.commandLine(),
          "--archive: %s can't be read; write it with image build --archive.".formatted(file));
    }
    try (Progress.Step step = progress.begin("push")) {
      String digest =
          new ImageRegistry(Login.of(System.getenv())).push(file, name, labels, step::detail);
      step.done(name.toString());
      return digest;
    }
  }

  private static Path built(CommandSpec command, Progress progress) {
    Kit kit = TenantProof.kit(command);
    try (ContainerEngine engine = kit.engine(progress)) {
      return new DemoApiImage(kit).get(engine, progress).archive();
    }
  }
}
