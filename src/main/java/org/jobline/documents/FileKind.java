package org.jobline.documents;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jobline.platform.error.InvalidFieldsException;

/**
 * The kinds of file an order may have, told apart by content (domain/agent-actions.md, documents). The ending of the name
 * must be one such a file has too: whoever downloads it opens it by its name.
 */
enum FileKind {
  PDF("application/pdf", bytes("%PDF-"), "pdf"),
  PNG("image/png", new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'}, Endings.IMAGES),
  JPEG("image/jpeg", new byte[] {(byte) 0xFF, (byte) 0xD8, (byte) 0xFF}, Endings.IMAGES),
  GIF("image/gif", bytes("GIF8"), Endings.IMAGES),
  /** Office documents since 2007 are ZIP files too. */
  ZIP("application/zip", new byte[] {'P', 'K', 3, 4},
      "zip", "docx", "xlsx", "pptx", "odt", "ods", "odp"),
  OFFICE("application/x-ole-storage",
      new byte[] {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, (byte) 0xA1, (byte) 0xB1, 0x1A, (byte) 0xE1},
      "doc", "xls", "ppt", "msg"),
  TEXT("text/plain", new byte[0], "txt", "csv", "log", "md");

  private static final class Endings {
    /** Cameras and programs mix these up, and every viewer shows them all the same. */
    static final String[] IMAGES = {"png", "jpg", "jpeg", "gif"};
  }

  private final String mediaType;
  private final byte[] beginning;
  private final List<String> endings;

  FileKind(String mediaType, byte[] beginning, String... endings) {
    this.mediaType = mediaType;
    this.beginning = beginning;
    this.endings = List.of(endings);
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }

  /**
   * The media type of a file, whose content is read but not kept in memory.
   *
   * @param name what the sender calls it
   * @throws InvalidFieldsException when its name does not end as such a file's does, or it is a ZIP file that may not
   *     be filed
   */
  static Optional<String> mediaTypeOf(Path file, String name) throws IOException {
    byte[] head;
    try (InputStream content = Files.newInputStream(file)) {
      head = content.readNBytes(8);
    }
    for (FileKind kind : values()) {
      if (kind == TEXT ? isText(file) : kind.begins(head)) {
        kind.checkEnding(name);
        return Optional.of(kind == ZIP ? ZipContent.of(file).mediaType() : kind.mediaType);
      }
    }
    return Optional.empty();
  }

  private void checkEnding(String name) {
    String ending = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    if (!name.contains(".") || !endings.contains(ending)) {
      throw new InvalidFieldsException(UploadService.FIELD, "The file name must end in "
          + endings.stream().map(allowed -> "." + allowed).collect(Collectors.joining(", "))
          + " to match what it contains.");
    }
  }

  /** Whether a content that begins so is packed. */
  static boolean isZip(byte[] head) {
    return ZIP.begins(head);
  }

  private boolean begins(byte[] head) {
    return head.length >= beginning.length
        && Arrays.equals(head, 0, beginning.length, beginning, 0, beginning.length);
  }

  private static boolean isText(Path file) throws IOException {
    try (Reader text = new InputStreamReader(Files.newInputStream(file), StandardCharsets.UTF_8.newDecoder()
        .onMalformedInput(CodingErrorAction.REPORT).onUnmappableCharacter(CodingErrorAction.REPORT))) {
      char[] piece = new char[8192];
      for (int read = text.read(piece); read >= 0; read = text.read(piece)) {
        for (int i = 0; i < read; i++) {
          if (piece[i] < ' ' && "\n\r\t\f".indexOf(piece[i]) < 0) {
            return false;
          }
        }
      }
      return true;
    } catch (CharacterCodingException e) {
      return false;
    }
  }
}
