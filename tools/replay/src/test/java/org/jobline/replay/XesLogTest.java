package org.jobline.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class XesLogTest {

  private static final String LOG = """
      <?xml version="1.0" encoding="UTF-8"?>
      <log xmlns="http://www.xes-standard.org/">
        <global scope="trace"><string key="concept:name" value="UNKNOWN"/></global>
        <float key="statistics" value="1.0"><float key="Anna" value="0.5"/></float>
        <trace>
          <string key="concept:name" value="1-42"><string key="concept:name" value="nested"/></string>
          <event>
            <string key="org:group" value="G97"/>
            <string key="org:resource" value="Anna"><string key="org:group" value="nested"/></string>
            <string key="resource country" value="Sweden"/>
            <string key="product" value="PROD1"/>
            <string key="impact" value="High"/>
            <string key="concept:name" value="Accepted"/>
            <string key="lifecycle:transition" value="Wait - User"/>
            <date key="time:timestamp" value="2012-05-01T10:00:00.250+02:00"/>
          </event>
          <event><date key="time:timestamp" value="2012-13-45T10:00:00+02:00"/></event>
        </trace>
        <trace/>
      </log>
      """;

  @TempDir private Path folder;

  @Test
  void a_case_is_read_with_its_own_attributes_only() throws IOException {
    List<LogCase> cases = read(plain(LOG));

    assertThat(cases).extracting(LogCase::name).containsExactly("1-42", "unknown");
    assertThat(cases).extracting(LogCase::position).containsExactly(1, 2);
    assertThat(cases.get(0).events().get(0)).isEqualTo(new LogEvent(
        "Accepted", "Wait - User", "G97", "Anna", "Sweden", "PROD1", "High",
        Instant.parse("2012-05-01T08:00:00.250Z")));
    assertThat(cases.get(1).events()).isEmpty();
  }

  @Test
  void an_event_with_an_impossible_date_and_nothing_else_is_read_too() throws IOException {
    LogEvent event = read(plain(LOG)).get(0).events().get(1);

    assertThat(event.at()).isNull();
    assertThat(event.group()).isEqualTo("unknown");
    assertThat(IncidentActivity.of(event.what())).isEqualTo(IncidentActivity.OTHER);
  }

  @Test
  void a_compressed_log_is_known_by_its_content() throws IOException {
    Path file = folder.resolve("log.xes");
    try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(file))) {
      out.write(LOG.getBytes(StandardCharsets.UTF_8));
    }

    assertThat(read(file)).isEqualTo(read(plain(LOG)));
  }

  @Test
  void a_compressed_log_that_was_cut_off_is_refused() throws IOException {
    ByteArrayOutputStream compressed = new ByteArrayOutputStream();
    try (OutputStream out = new GZIPOutputStream(compressed)) {
      out.write(LOG.getBytes(StandardCharsets.UTF_8));
    }
    byte[] whole = compressed.toByteArray();
    Path file = Files.write(folder.resolve("cut.xes.gz"), Arrays.copyOf(whole, whole.length / 2));

    assertUnreadable(file);
  }

  @Test
  void a_malformed_log_is_refused_with_the_place() throws IOException {
    assertThatThrownBy(() -> read(plain(LOG.replace("</trace>", "</tracee>"))))
        .isInstanceOf(UnreadableLogException.class)
        .hasMessageContaining("log.xml")
        .hasMessageContaining("[row,col]");
  }

  @Test
  void file_that_is_not_a_log_is_refused() throws IOException {
    assertUnreadable(plain("<html/>"));
    assertUnreadable(plain(""));
    assertUnreadable(plain("{\"log\": []}"));
    assertUnreadable(folder.resolve("missing.xes"));
  }

  @Test
  void entities_are_never_expanded() throws IOException {
    String bomb = """
        <!DOCTYPE log [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">]>
        <log><trace><string key="concept:name" value="&b;"/></trace></log>
        """;

    assertThatThrownBy(() -> read(plain(bomb))).isInstanceOf(UnreadableLogException.class).hasMessageContaining("DTD");
  }

  @Test
  void reader_never_loads_external_files() throws IOException {
    Path secret = Files.writeString(folder.resolve("secret.txt"), "secret");
    String thief = "<!DOCTYPE log [<!ENTITY s SYSTEM \"" + secret.toUri() + "\">]><log><trace>&s;</trace></log>";
    String external = "<!DOCTYPE log SYSTEM \"" + secret.toUri() + "\"><log/>";

    assertThatThrownBy(() -> read(plain(thief))).isInstanceOf(UnreadableLogException.class)
        .hasMessageNotContaining("secret\n");
    assertUnreadable(plain(external));
  }

  @Test
  void the_fingerprint_follows_the_content_and_not_the_name() throws IOException {
    Path one = Files.writeString(folder.resolve("one.xes"), LOG);
    Path same = Files.writeString(folder.resolve("same.xes"), LOG);
    Path other = Files.writeString(folder.resolve("other.xes"), LOG + " ");

    assertThat(new XesLog(one).fingerprint())
        .isEqualTo(new XesLog(same).fingerprint())
        .isNotEqualTo(new XesLog(other).fingerprint());
  }

  private void assertUnreadable(Path file) {
    assertThatThrownBy(() -> read(file)).isInstanceOf(UnreadableLogException.class)
        .hasMessageContaining("cannot be read");
  }

  private Path plain(String content) throws IOException {
    return Files.writeString(folder.resolve("log.xml"), content);
  }

  private static List<LogCase> read(Path file) {
    List<LogCase> cases = new ArrayList<>();
    new XesLog(file).forEachCase(cases::add);
    return cases;
  }
}
