package org.jobline.documents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.jobline.fixture.TemporaryFiles;
import org.jobline.platform.error.InvalidFieldsException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.core.io.ByteArrayResource;

/** What is let in, and what is refused with a word on what would be right. */
class ReceivedFileTest {

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.ISO_8859_1);
  }

  static byte[] zip(Map<String, byte[]> entries) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
        zip.putNextEntry(new ZipEntry(entry.getKey()));
        zip.write(entry.getValue());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  static byte[] zip(String name, byte[] content) {
    return zip(Map.of(name, content));
  }

  private static byte[] office(String part) {
    return zip(Map.of("[Content_Types].xml", bytes("<Types/>"), part, bytes("<document/>")));
  }

  private static byte[] noise(int size) {
    byte[] noise = new byte[size];
    new Random(1).nextBytes(noise);
    return noise;
  }

  static Stream<Arguments> files() {
    return Stream.of(
        Arguments.of("application/pdf", bytes("%PDF-1.7\n…"), "PDF"),
        Arguments.of("image/png", bytes("\u0089PNG\r\n\u001a\nIHDR"), "jpg"),
        Arguments.of("image/jpeg", bytes("\u00ff\u00d8\u00ff\u00e0 JFIF"), "jpeg"),
        Arguments.of("image/gif", bytes("GIF89a…"), "gif"),
        Arguments.of("application/x-ole-storage", bytes("\u00d0\u00cf\u0011\u00e0\u00a1\u00b1\u001a\u00e1…"), "doc"),
        Arguments.of("text/plain", "Zoë\r\n\twas here 你好".getBytes(StandardCharsets.UTF_8), "csv"),
        Arguments.of("text/plain", bytes("<html><script>alert(1)</script></html>"), "txt"),
        Arguments.of("application/zip", zip("photos/a.jpg", noise(1000)), "zip"),
        Arguments.of("application/vnd.openxmlformats-officedocument.wordprocessingml.document",
            office("word/document.xml"), "docx"),
        Arguments.of("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", office("xl/workbook.xml"), "xlsx"),
        Arguments.of("application/vnd.openxmlformats-officedocument.presentationml.presentation",
            office("ppt/presentation.xml"), "pptx"),
        Arguments.of("application/zip", zip("report.docx", zip("word/embeddings/table.xlsx", bytes("as numbers"))), "zip"));
  }

  @ParameterizedTest
  @MethodSource("files")
  void a_file_is_what_its_content_says(String mediaType, byte[] content, String ending) {
    try (ReceivedFile file = ReceivedFile.of("anything." + ending, new ByteArrayResource(content))) {
      assertThat(file.mediaType()).isEqualTo(mediaType);
      assertThat(file.size()).isEqualTo(content.length);
      assertThat(file.sha256()).matches("[0-9a-f]{64}");
      assertThat(file.path()).hasBinaryContent(content);
    }
  }

  private static void refuses(String name, byte[] content, String words) {
    InvalidFieldsException refusal = catchThrowableOfType(InvalidFieldsException.class,
        () -> ReceivedFile.of(name, new ByteArrayResource(content)));
    assertThat(refusal).as("refusal of %s", name).isNotNull();
    assertThat(refusal.errors()).singleElement().satisfies(error -> {
      assertThat(error.field()).isEqualTo("file");
      assertThat(error.message()).contains(words);
    });
  }

  @ParameterizedTest
  @ValueSource(strings = {"MZ\u0090\u0000\u0003", "\u007fELF\u0002\u0001", "\u00ca\u00fe\u00ba\u00be\u0000", "a\u0000b",
      "\u00ff\u00fea\u0000", "\u00c3(", "\u001b[31m", "\u0089PNG", "P"})
  void a_file_of_another_kind_is_refused_whatever_it_is_called(String content) {
    if (content.equals("P")) {
      // a text of one letter is a text
      try (ReceivedFile file = ReceivedFile.of("scan.txt", new ByteArrayResource(bytes(content)))) {
        assertThat(file.mediaType()).isEqualTo("text/plain");
      }
      return;
    }
    refuses("scan.pdf", bytes(content), "must be a PDF");
  }

  @ParameterizedTest
  @ValueSource(strings = {"setup.exe", "run.bat", "run.cmd", "go.ps1", "macro.vbs", "page.html", "page.htm", "drawing.svg",
      "app.js", "app.jar", "link.lnk", "scan.pdf", "photo.png", "scan.pdf.exe", "scan.txt.", "scan", "scan.TXT ", ".bashrc"})
  void a_text_whose_name_ends_as_another_file_does_is_refused(String name) {
    if (name.endsWith(" ")) {
      ReceivedFile.of(name, new ByteArrayResource(bytes("a"))).close();
      return;
    }
    refuses(name, bytes("echo all is well"), "must end in .txt, .csv, .log, .md");
  }

  @ParameterizedTest
  @ValueSource(strings = {"scan.exe", "scan.html", "scan.txt", "scan.zip"})
  void a_picture_or_archive_whose_name_ends_as_another_file_does_is_refused(String name) {
    refuses(name, bytes("\u0089PNG\r\n\u001a\nIHDR"), "must end in .png");
    refuses(name.replace(".zip", ".pdf"), zip("a.txt", bytes("a")), "must end in .zip");
  }

  @Test
  void an_empty_file_is_refused() {
    refuses("scan.pdf", new byte[0], "is empty");
  }

  @ParameterizedTest
  @ValueSource(strings = {"../scan.pdf", "/etc/passwd", "C:\\scan.pdf", "..\\scan.pdf", "a/b", "..", ".", "", "  ",
      "scan\n.pdf", "scan\0.pdf", "scan\u202efdp.exe", "scan\ud83d.pdf", "scan\u2028.pdf"})
  void a_name_with_a_path_or_a_trick_in_it_is_refused(String name) {
    refuses(name, bytes("a"), "no path");
  }

  @Test
  void a_name_is_200_characters_long_at_most() {
    refuses("x".repeat(201), bytes("a"), "1 to 200 characters");
    refuses(null, bytes("a"), "1 to 200 characters");
    ReceivedFile.of("x".repeat(196) + ".txt", new ByteArrayResource(bytes("a"))).close();
    ReceivedFile.of("<img src=x onerror=alert(1)> Zoë 你好.txt", new ByteArrayResource(bytes("a"))).close();
  }

  @Test
  void a_file_of_more_than_25_megabytes_is_read_no_further() {
    long[] read = new long[1];
    assertThatThrownBy(() -> ReceivedFile.of("a.txt", () -> new InputStream() {
      @Override
      public int read() {
        read[0]++;
        return 'x';
      }

      @Override
      public int read(byte[] target, int offset, int length) {
        read[0] += length;
        Arrays.fill(target, offset, offset + length, (byte) 'x');
        return length;
      }
    })).isInstanceOf(InvalidFieldsException.class).hasMessageContaining("up to 25 MB");
    assertThat(read[0]).isBetween(ReceivedFile.MAX_BYTES, ReceivedFile.MAX_BYTES + 100_000);
  }

  @Test
  void nothing_refused_stays_on_the_disk() throws IOException {
    long before = TemporaryFiles.received();
    refuses("scan.pdf", bytes("MZ\0"), "must be a PDF");
    refuses("scan.zip", zip("../a", bytes("a")), "points outside");
    ReceivedFile.of("a.txt", new ByteArrayResource(bytes("a"))).close();
    assertThat(TemporaryFiles.received()).isEqualTo(before);
  }

  // ZIP files

  @Test
  void a_zip_file_that_unpacks_to_a_flood_is_refused() {
    refuses("bomb.zip", zip("zeros", new byte[40 << 20]), "100 times its size");
  }

  @Test
  void a_flood_in_a_nested_zip_file_is_refused() {
    refuses("bomb.zip", zip("inner.zip", zip("zeros", new byte[40 << 20])), "100 times its size");
  }

  @Test
  void many_entries_that_make_a_flood_together_are_refused() {
    Map<String, byte[]> entries = new LinkedHashMap<>();
    for (int i = 0; i < 50; i++) {
      entries.put("zeros" + i, new byte[1 << 20]);
    }
    refuses("bomb.zip", zip(entries), "100 times its size");
  }

  @Test
  void a_zip_file_of_too_many_files_is_refused() {
    Map<String, byte[]> entries = new LinkedHashMap<>();
    for (int i = 0; i <= ZipContent.MAX_ENTRIES; i++) {
      entries.put("f" + i, new byte[0]);
    }
    refuses("many.zip", zip(entries), "more than 10000 files");
  }

  @Test
  void zip_files_in_each_other_are_refused_beyond_the_third() {
    byte[] inner = zip("a.txt", bytes("a"));
    byte[] third = zip("2.zip", zip("1.zip", inner));
    ReceivedFile.of("third.zip", new ByteArrayResource(third)).close();
    refuses("fourth.zip", zip("3.zip", third), "nested more than 3 deep");
  }

  @ParameterizedTest
  @ValueSource(strings = {"../a", "a/../../b", "/etc/passwd", "..\\a", "C:\\a", "..", "a/..", "\\\\server\\a"})
  void a_zip_file_that_would_write_elsewhere_is_refused(String name) {
    refuses("slip.zip", zip(name, bytes("a")), "points outside its folder");
  }

  @ParameterizedTest
  @ValueSource(strings = {"a..b/c", "...", "a/b..", "v1..2.txt"})
  void dots_in_the_name_of_a_zipped_file_are_no_harm(String name) {
    ReceivedFile.of("good.zip", new ByteArrayResource(zip(name, bytes("a")))).close();
  }

  @Test
  void a_zip_file_that_is_broken_or_locked_is_refused() {
    byte[] whole = zip("a.txt", noise(2000));
    byte[] half = Arrays.copyOf(whole, 1000);
    refuses("half.zip", half, "is damaged");
    byte[] nested = zip("half.zip", half);
    refuses("nested.zip", nested, "is damaged");
    refuses("head.zip", bytes("PK\u0003\u0004"), "is damaged");
    byte[] locked = whole.clone();
    locked[6] |= 1;
    int directory = new String(whole, StandardCharsets.ISO_8859_1).indexOf("PK\u0001\u0002");
    locked[directory + 8] |= 1;
    refuses("locked.zip", locked, "has a password");
  }

  @Test
  void sizes_that_a_zip_file_claims_are_not_believed() {
    byte[] bomb = zip("zeros", new byte[40 << 20]);
    String text = new String(bomb, StandardCharsets.ISO_8859_1);
    int directory = text.indexOf("PK\u0001\u0002");
    for (int i = 24; i < 28; i++) {
      bomb[directory + i] = 0;
    }
    bomb[directory + 24] = 10;
    assertThatThrownBy(() -> ReceivedFile.of("bomb.zip", new ByteArrayResource(bomb)))
        .isInstanceOf(InvalidFieldsException.class).hasMessageContaining("file");
  }
}
