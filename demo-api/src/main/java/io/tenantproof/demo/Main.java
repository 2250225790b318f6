package io.tenantproof.demo;

import java.io.PrintStream;
import java.util.Map;

/** Starts the service. */
public final class Main {

  /** Settings refused: {@code EX_CONFIG} of sysexits.h. */
  static final int EXIT_SETTINGS = 78;

  /** Any other reason not to run. */
  static final int EXIT_FAILURE = 1;

  private static final System.Logger LOGGER = System.getLogger(Main.class.getName());
  private static final Settings.Identity NOBODY =
      new Settings.Identity("unknown", "unknown", "demo-api", "unknown", "");

  private Main() {}

  /**
   * Runs until the process is told to end.
   *
   * <p>Exit codes: 78 when the settings are refused, 1 when the ports can't be opened or a crash
   * was ordered, 143 after SIGTERM.
   *
   * @param arguments none; all settings come from the environment
   */
  public static void main(String[] arguments) {
    int exit = run(System.getenv(), System.out, System.err);
    if (exit != 0) {
      System.exit(exit);
    }
  }

  /** Starts the service and returns 0, or says why not and returns the exit code. */
  static int run(Map<String, String> environment, PrintStream out, PrintStream err) {
    BuildInfo build = BuildInfo.load();
    // The log must speak before it knows for whom.
    new JsonLog(out, new JsonLogFormatter(NOBODY, build.version())).install();
    try {
      Settings settings = SettingsReader.read(environment);
      new JsonLog(out, new JsonLogFormatter(settings.identity(), build.version())).install();
      start(settings, build);
      return 0;
    } catch (InvalidSettingsException e) {
      LOGGER.log(System.Logger.Level.ERROR, e.getMessage());
      err.println(e.getMessage());
      return EXIT_SETTINGS;
    } catch (IllegalStateException e) {
      LOGGER.log(System.Logger.Level.ERROR, e.getMessage());
      return EXIT_FAILURE;
    }
  }

  private static void start(Settings settings, BuildInfo build) {
    HelidonServices.use();
    DemoService service = DemoService.start(settings, build, Limits.STANDARD);
    io.helidon.Main.addShutdownHandler(service::close);
    LOGGER.log(
        System.Logger.Level.INFO,
        "serving on port {0}, management on port {1}",
        String.valueOf(service.port()),
        String.valueOf(service.managementPort()));
    settings
        .faults()
        .crashAfter()
        .ifPresent(after -> CrashFault.arm(after, () -> Runtime.getRuntime().halt(EXIT_FAILURE)));
  }
}
