package io.tenantproof.cli;

import io.tenantproof.image.ImageName;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads {@code repository:tag}. */
final class NameConverter implements ITypeConverter<ImageName> {
  @Override
  public ImageName convert(String text) {
    try {
      return ImageName.parse(text);
    } catch (IllegalArgumentException e) {
      throw new TypeConversionException(e.getMessage());
    }
  }
}
