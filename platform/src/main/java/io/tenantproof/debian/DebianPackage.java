package io.tenantproof.debian;

/**
 * One package file of a Debian archive.
 *
 * @param file its file name, as in {@code git_1%3a2.47.3-0+deb13u1_amd64.deb}
 * @param bytes its size
 * @param checksum its checksum as apt gives it, as in {@code SHA256:…}
 */
public record DebianPackage(String file, long bytes, String checksum) {

  /** The package's name, as in {@code git}. */
  public String name() {
    return file.substring(0, file.indexOf('_'));
  }

  /** The package's version as the file name writes it. */
  public String version() {
    return file.substring(file.indexOf('_') + 1, file.lastIndexOf('_'));
  }
}
