package io.tenantproof.delivery;

import io.tenantproof.tenant.Tenant;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.eclipse.jgit.diff.DiffAlgorithm;
import org.eclipse.jgit.diff.DiffAlgorithm.SupportedAlgorithm;
import org.eclipse.jgit.diff.DiffFormatter;
import org.eclipse.jgit.diff.RawText;
import org.eclipse.jgit.diff.RawTextComparator;

/**
 * Another image for a tenant.
 *
 * @param tenant whose
 * @param file of the tenant
 * @param from what it ran
 * @param to what it is to run
 * @param before the file's text
 * @param after the file's text with the other image
 */
public record ImageChange(
    Tenant tenant, Path file, String from, String to, String before, String after) {

  /** Writes the changed text. */
  public void write() {
    try {
      Files.writeString(file, after);
    } catch (IOException e) {
      throw new UncheckedIOException(file + " can't be written", e);
    }
  }

  /** What changes, as git shows it. */
  public String diff() {
    RawText old = new RawText(before.getBytes(StandardCharsets.UTF_8));
    RawText changed = new RawText(after.getBytes(StandardCharsets.UTF_8));
    ByteArrayOutputStream lines = new ByteArrayOutputStream();
    try (DiffFormatter formatter = new DiffFormatter(lines)) {
      formatter.format(
          DiffAlgorithm.getAlgorithm(SupportedAlgorithm.HISTOGRAM)
              .diff(RawTextComparator.DEFAULT, old, changed),
          old,
          changed);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    String name = "gitops/" + tenant.file();
    return "--- a/%s%n+++ b/%1$s%n%s".formatted(name, lines.toString(StandardCharsets.UTF_8));
  }
}
