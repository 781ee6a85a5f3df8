package org.jobline.document;

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
import java.util.Optional;
import org.jobline.problem.InvalidFields;

/** The kinds of file an order may have, told apart by content, never by name (domain/agent-actions.md, documents). */
enum FileKind {
  PDF("application/pdf", bytes("%PDF-")),
  PNG("image/png", new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'}),
  JPEG("image/jpeg", new byte[] {(byte) 0xFF, (byte) 0xD8, (byte) 0xFF}),
  GIF("image/gif", bytes("GIF8")),
  /** Office documents since 2007 are ZIP files too. */
  ZIP("application/zip", new byte[] {'P', 'K', 3, 4}),
  OFFICE("application/x-ole-storage",
      new byte[] {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, (byte) 0xA1, (byte) 0xB1, 0x1A, (byte) 0xE1}),
  TEXT("text/plain", new byte[0]);

  private final String mediaType;
  private final byte[] beginning;

  FileKind(String mediaType, byte[] beginning) {
    this.mediaType = mediaType;
    this.beginning = beginning;
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }

  /**
   * The media type of a file, whose content is read but not kept in memory.
   *
   * @throws InvalidFields when it is a ZIP file that may not be filed
   */
  static Optional<String> mediaTypeOf(Path file) throws IOException {
    byte[] head;
    try (InputStream content = Files.newInputStream(file)) {
      head = content.readNBytes(8);
    }
    for (FileKind kind : values()) {
      if (kind == TEXT ? isText(file) : kind.begins(head)) {
        return Optional.of(kind == ZIP ? ZipContent.of(file).mediaType() : kind.mediaType);
      }
    }
    return Optional.empty();
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
