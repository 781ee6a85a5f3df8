package org.jobline.documents;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.regex.Pattern;
import org.jobline.platform.error.InvalidFieldsException;
import org.springframework.core.io.InputStreamSource;

/**
 * A file that has come in and was looked through, on the disk of this node until it is closed.
 *
 * @param mediaType by its content
 * @param size in bytes
 */
record ReceivedFile(Path path, String name, String mediaType, long size, String sha256) implements AutoCloseable {

  static final long MAX_BYTES = 25L << 20;

  /** A line without control characters, invisible marks, halves of characters, or a path. */
  private static final Pattern NAME = Pattern.compile(
      "(?!\\.{1,2}$)[^\\p{Cntrl}\\p{Cf}\\p{Cs}\\p{Zl}\\p{Zp}/\\\\]{1,200}");

  /**
   * @param name what the sender calls it
   * @throws InvalidFieldsException when it is too large, empty, of no kind that may be filed, or has no proper name
   */
  static ReceivedFile of(String name, InputStreamSource source) {
    if (name == null || name.isBlank() || !NAME.matcher(name).matches()) {
      throw refused("The file name must have 1 to 200 characters and no path.");
    }
    try {
      Path path = Files.createTempFile("jobline-upload-", null);
      try {
        return received(path, name.strip(), source);
      } catch (IOException | RuntimeException e) {
        Files.deleteIfExists(path);
        throw e;
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static ReceivedFile received(Path path, String name, InputStreamSource source) throws IOException {
    MessageDigest digest = sha256Digest();
    long size = 0;
    try (InputStream content = source.getInputStream();
        OutputStream file = new DigestOutputStream(Files.newOutputStream(path), digest)) {
      byte[] piece = new byte[8192];
      for (int read = content.read(piece); read >= 0; read = content.read(piece)) {
        size += read;
        if (size > MAX_BYTES) {
          throw refused("The file is too large: up to " + (MAX_BYTES >> 20) + " MB allowed.");
        }
        file.write(piece, 0, read);
      }
    }
    if (size == 0) {
      throw refused("The file is empty.");
    }
    String mediaType = FileKind.mediaTypeOf(path, name).orElseThrow(() ->
        refused("The file must be a PDF, Office document, image, text or ZIP file."));
    return new ReceivedFile(path, name, mediaType, size, HexFormat.of().formatHex(digest.digest()));
  }

  private static InvalidFieldsException refused(String message) {
    return new InvalidFieldsException(UploadService.FIELD, message);
  }

  private static MessageDigest sha256Digest() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform has SHA-256", e);
    }
  }

  @Override
  public void close() {
    try {
      Files.deleteIfExists(path);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
