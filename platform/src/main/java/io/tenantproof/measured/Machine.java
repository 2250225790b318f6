package io.tenantproof.measured;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * The machine that something was measured on.
 *
 * @param processors that the command line may use
 * @param memoryMib all of its memory
 * @param kernel name and version
 * @param load mean number of programs that wanted a processor in the minute before the end of the
 *     measurement; empty where the system does not say it
 * @param engine version of the container engine; empty where none was used
 */
public record Machine(
    int processors,
    long memoryMib,
    String kernel,
    @JsonInclude(JsonInclude.Include.NON_ABSENT) OptionalDouble load,
    @JsonInclude(JsonInclude.Include.NON_ABSENT) Optional<String> engine) {

  private static final int MIB_BITS = 20;
  private static final double MIB_A_GIB = 1024;

  /** This one. */
  public static Machine here(Optional<String> engine) {
    OperatingSystemMXBean system = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
    double load = system.getSystemLoadAverage();
    return new Machine(
        Runtime.getRuntime().availableProcessors(),
        system.getTotalMemorySize() >> MIB_BITS,
        "%s %s".formatted(System.getProperty("os.name"), System.getProperty("os.version")),
        // Negative where it is not known.
        load < 0 ? OptionalDouble.empty() : OptionalDouble.of(Math.round(load * 100) / 100.0),
        engine);
  }

  /** In words. */
  String words() {
    StringBuilder text =
        new StringBuilder(
            String.format(
                Locale.ROOT,
                "%d processor%s, %.1f GiB, %s",
                processors,
                processors == 1 ? "" : "s",
                memoryMib / MIB_A_GIB,
                kernel));
    engine.ifPresent(version -> text.append(", engine ").append(version));
    load.ifPresent(mean -> text.append(String.format(Locale.ROOT, ", load %.1f", mean)));
    return text.toString();
  }
}
