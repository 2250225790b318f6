package io.tenantproof.cli;

import java.time.Duration;
import java.util.Locale;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads a time as in {@code 30s}, {@code 5m}, {@code 2h} and {@code 7d}. */
final class TimeConverter implements ITypeConverter<Duration> {
  @Override
  public Duration convert(String text) {
    if (!text.matches("[1-9]\\d{0,5}[smhd]")) {
      throw new TypeConversionException(
          "expected a number with s, m, h or d, as in 5m, found \"%s\"".formatted(text));
    }
    return Duration.parse((text.endsWith("d") ? "P" : "PT") + text.toUpperCase(Locale.ROOT));
  }
}
