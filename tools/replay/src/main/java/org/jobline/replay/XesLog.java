package org.jobline.replay;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.function.Consumer;
import java.util.zip.GZIPInputStream;
import javax.xml.stream.XMLStreamException;

/** An event log in XES (IEEE 1849), plain or compressed with gzip whatever its name; read one case at a time. */
final class XesLog {

  private static final int BUFFER = 1 << 16;
  private static final int FINGERPRINTED = 1 << 20;

  private final Path file;

  XesLog(Path file) {
    this.file = file;
  }

  /**
   * Hands out the cases in the order of the file.
   *
   * @throws UnreadableLogException when the file is missing, damaged, no XES, or brings a DTD; cases before the damage
   *     were handed out
   */
  void forEachCase(Consumer<LogCase> reader) {
    try (InputStream content = open()) {
      new XesReader(content).forEachCase(reader);
    } catch (XMLStreamException | IOException e) {
      throw new UnreadableLogException(file, why(e), e);
    }
  }

  /**
   * Tells this log from another, so that a replay finds where it stood: the hash of the first megabyte and the size.
   * A renamed or moved file is the same log.
   */
  String fingerprint() {
    try (InputStream bytes = Files.newInputStream(file)) {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      digest.update(bytes.readNBytes(FINGERPRINTED));
      digest.update(ByteBuffer.allocate(Long.BYTES).putLong(Files.size(file)).array());
      return HexFormat.of().formatHex(digest.digest());
    } catch (IOException e) {
      throw new UnreadableLogException(file, why(e), e);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform has SHA-256", e);
    }
  }

  private InputStream open() throws IOException {
    BufferedInputStream bytes = new BufferedInputStream(Files.newInputStream(file), BUFFER);
    try {
      bytes.mark(2);
      boolean compressed = bytes.read() == 0x1f && bytes.read() == 0x8b;
      bytes.reset();
      return compressed ? new GZIPInputStream(bytes, BUFFER) : bytes;
    } catch (IOException e) {
      bytes.close();
      throw e;
    }
  }

  private static String why(Exception e) {
    return e.getClass().getSimpleName() + (e.getMessage() == null ? "" : ", " + e.getMessage());
  }
}
