package org.jobline.documents;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Enumeration;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import java.util.zip.ZipInputStream;
import org.jobline.platform.error.InvalidFieldsException;

/**
 * Looks through a ZIP file by unpacking it to nowhere. Sizes it claims to have are not believed. What would flood the
 * disk of whoever unpacks it, or write outside of his folder, is refused.
 */
final class ZipContent {

  static final int MAX_ENTRIES = 10_000;
  static final long MAX_BYTES = 250L << 20;
  /** No text or table is packed that well. */
  static final int MAX_RATIO = 100;
  /** Small files may be packed well. */
  static final long RATIO_COUNTS_ABOVE = 1 << 20;
  /** An office document with a table in it, sent as a ZIP file. */
  static final int MAX_DEPTH = 3;

  private static final Map<String, String> OFFICE = Map.of(
      "word/document.xml", "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
      "xl/workbook.xml", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
      "ppt/presentation.xml", "application/vnd.openxmlformats-officedocument.presentationml.presentation");

  private final Set<String> names = new HashSet<>();
  private final long mostBytes;
  private int entries;
  private long bytes;

  private ZipContent(long packed) {
    this.mostBytes = Math.min(MAX_BYTES, Math.max(RATIO_COUNTS_ABOVE, packed * MAX_RATIO));
  }

  /** @throws InvalidFieldsException when it may not be filed */
  static ZipContent of(Path file) throws IOException {
    ZipContent content = new ZipContent(file.toFile().length());
    try (ZipFile zip = new ZipFile(file.toFile())) {
      for (Enumeration<? extends ZipEntry> all = zip.entries(); all.hasMoreElements();) {
        ZipEntry entry = all.nextElement();
        content.names.add(entry.getName());
        try (InputStream unpacked = zip.getInputStream(entry)) {
          content.entry(entry, unpacked, 1);
        }
      }
    } catch (ZipException | EOFException | IllegalArgumentException e) {
      throw unreadable();
    }
    if (content.entries == 0) {
      throw refused("The ZIP file is empty.");
    }
    return content;
  }

  String mediaType() {
    return names.contains("[Content_Types].xml")
        ? OFFICE.entrySet().stream().filter(part -> names.contains(part.getKey())).map(Map.Entry::getValue)
            .findFirst().orElse("application/zip")
        : "application/zip";
  }

  private void entry(ZipEntry entry, InputStream unpacked, int depth) throws IOException {
    if (++entries > MAX_ENTRIES) {
      throw refused("The ZIP file can't hold more than " + MAX_ENTRIES + " files.");
    }
    if (entry.getName().startsWith("/") || entry.getName().matches("(?s)(.*[/\\\\])?\\.\\.([/\\\\].*)?|.:.*|\\\\.*")) {
      throw refused("The ZIP file holds a file name that points outside its folder.");
    }
    BufferedInputStream content = new BufferedInputStream(unpacked);
    content.mark(4);
    byte[] head = content.readNBytes(4);
    content.reset();
    if (!FileKind.isZip(head)) {
      drain(content);
    } else if (depth >= MAX_DEPTH) {
      throw refused("ZIP files can't be nested more than " + MAX_DEPTH + " deep.");
    } else {
      nested(content, depth + 1);
    }
  }

  private void nested(InputStream packed, int depth) throws IOException {
    ZipInputStream zip = new ZipInputStream(packed);
    for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
      entry(entry, zip, depth);
    }
    drain(packed);
  }

  private void drain(InputStream content) throws IOException {
    byte[] piece = new byte[8192];
    for (int read = content.read(piece); read >= 0; read = content.read(piece)) {
      bytes += read;
      if (bytes > mostBytes) {
        throw refused("The ZIP file can't unpack to more than " + (MAX_BYTES >> 20) + " MB or "
            + MAX_RATIO + " times its size.");
      }
    }
  }

  private static InvalidFieldsException unreadable() {
    return refused("The ZIP file is damaged or has a password.");
  }

  private static InvalidFieldsException refused(String message) {
    return new InvalidFieldsException(UploadService.FIELD, message);
  }
}
