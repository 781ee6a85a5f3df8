package org.jobline.document;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/** The kinds of file an order may have, told apart by content, never by name (domain/agent-actions.md, documents). */
enum FileKind {
  PDF("application/pdf", bytes("%PDF-")),
  PNG("image/png", new byte[] {(byte) 0x89, 'P', 'N', 'G'}),
  JPEG("image/jpeg", new byte[] {(byte) 0xFF, (byte) 0xD8, (byte) 0xFF}),
  GIF("image/gif", bytes("GIF8")),
  /** Office documents since 2007 are ZIP files too. */
  ZIP("application/zip", new byte[] {'P', 'K', 3, 4}),
  OFFICE("application/x-ole-storage", new byte[] {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0}),
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

  String mediaType() {
    return mediaType;
  }

  static Optional<FileKind> of(byte[] content) {
    return Arrays.stream(values()).filter(kind -> kind.matches(content)).findFirst();
  }

  private boolean matches(byte[] content) {
    if (this == TEXT) {
      return isText(content);
    }
    return content.length >= beginning.length
        && Arrays.equals(content, 0, beginning.length, beginning, 0, beginning.length);
  }

  private static boolean isText(byte[] content) {
    for (byte b : content) {
      if (b >= 0 && b < ' ' && b != '\n' && b != '\r' && b != '\t' && b != '\f') {
        return false;
      }
    }
    try {
      StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(content));
      return true;
    } catch (CharacterCodingException e) {
      return false;
    }
  }
}
