package io.tenantproof.cli;

import io.tenantproof.image.PinnedImage;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads {@code repository:tag@digest}. */
final class PinnedConverter implements ITypeConverter<PinnedImage> {
  @Override
  public PinnedImage convert(String text) {
    try {
      return PinnedImage.parse(text);
    } catch (IllegalArgumentException e) {
      throw new TypeConversionException(e.getMessage());
    }
  }
}
