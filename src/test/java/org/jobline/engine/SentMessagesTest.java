package org.jobline.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SentMessagesTest {

  /** By the name of a constant, at once or by a method of the class that does. */
  private static final Pattern SENDING = Pattern.compile("(?:createMessageCorrelation|tell)\\(([A-Z_]+)\\b");

  @Test
  void what_our_services_send_is_known() throws IOException {
    Set<String> sent = new TreeSet<>();
    try (Stream<Path> sources = Files.walk(Path.of("src/main/java"))) {
      for (Path source : sources.filter(path -> path.toString().endsWith(".java")).toList()) {
        String text = Files.readString(source);
        if (text.contains("createMessageCorrelation")) {
          SENDING.matcher(text).results().forEach(found -> sent.add(constant(text, found.group(1))));
        }
      }
    }
    assertThat(sent).isEqualTo(new TreeSet<>(SentMessages.NAMES));
  }

  private static String constant(String source, String name) {
    return Pattern.compile("String " + name + " = \"([^\"]+)\"").matcher(source).results()
        .map(found -> found.group(1)).findFirst().orElse(name);
  }
}
