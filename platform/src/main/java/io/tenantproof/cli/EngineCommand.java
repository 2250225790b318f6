package io.tenantproof.cli;

import io.tenantproof.engine.ContainerEngine;
import io.tenantproof.platform.Kit;
import io.tenantproof.progress.ConsoleProgress;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Makes sure of the engine, or ends the one that was started by the kit. */
@Command(
    name = "engine",
    mixinStandardHelpOptions = true,
    description =
        "Start the container engine (installed from Debian packages where there is none), or stop"
            + " it.")
final class EngineCommand implements Callable<Integer> {

  /** What to do with the engine. */
  enum Act {
    /** Find it, or install and start it. */
    start,
    /** Stop it, if the kit started it. */
    stop
  }

  @Spec private @Nullable CommandSpec spec;

  @Parameters(paramLabel = "start|stop", description = "start it, or stop it if the kit started it")
  private Act act = Act.start;

  @Override
  public Integer call() {
    CommandSpec command = Objects.requireNonNull(spec);
    Kit kit = TenantProof.kit(command);
    switch (act) {
      case start -> {
        try (ConsoleProgress progress = TenantProof.progress(command.commandLine().getOut());
            ContainerEngine engine = kit.engine(progress)) {
          Objects.requireNonNull(engine);
        }
      }
      case stop -> kit.debianEngine().stop();
    }
    return 0;
  }
}
