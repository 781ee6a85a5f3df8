package org.jobline.messaging.notification;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** A process owner's folder of templates, as the application finds it at start-up. */
class TemplateCheckTest {

  @TempDir private Path folder;

  @Configuration
  @EnableConfigurationProperties(MailProperties.class)
  @Import({Rendering.class, TemplateCheck.class})
  static class Mail {}

  @BeforeEach
  void copyTemplates() throws IOException {
    Path original = Path.of("src/main/resources/mail");
    try (Stream<Path> files = Files.list(original)) {
      for (Path file : files.toList()) {
        Files.copy(file, folder.resolve(file.getFileName()));
      }
    }
  }

  private ApplicationContextRunner start() {
    return new ApplicationContextRunner()
        .withUserConfiguration(Mail.class)
        .withPropertyValues("jobline.mail.templates=" + folder.toUri());
  }

  @Test
  void templates_of_a_folder_are_used() throws IOException {
    Files.writeString(folder.resolve("eta.subject.txt"), "Order [(${order.number})]: on our way");
    start().run(context -> assertThat(context.getBean(Rendering.class)
        .render(Template.ETA, OrderInMail.sample(), "en", ZoneOffset.UTC).subject())
        .isEqualTo("Order R-100001: on our way"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"completed.subject.txt", "completed.txt", "completed.html"})
  void a_field_that_is_not_there_stops_the_start(String file) throws IOException {
    Files.writeString(folder.resolve(file),
        file.endsWith("html") ? "<p th:text=\"${order.nope}\"></p>" : "[(${order.number})] [(${order.nope})]");
    assertStopped();
  }

  @Test
  void a_template_that_is_missing_stops_the_start() throws IOException {
    Files.delete(folder.resolve("completed.html"));
    assertStopped();
  }

  @Test
  void a_subject_without_the_number_of_the_order_stops_the_start() throws IOException {
    Files.writeString(folder.resolve("completed.subject.txt"), "Job closed");
    assertStopped();
  }

  private void replaceWords(String file, String line) throws IOException {
    Path words = folder.resolve(file);
    String key = line.substring(0, line.indexOf('=') + 1);
    String others = !Files.exists(words) ? "" : Files.readAllLines(words).stream()
        .filter(other -> !other.startsWith(key)).collect(Collectors.joining("\n", "", "\n"));
    Files.writeString(words, others + (line.equals(key) ? "" : line));
  }

  @Test
  void words_that_are_missing_stop_the_start() throws IOException {
    replaceWords("messages.properties", "completed.opening=");
    assertStopped();
    start().run(context -> assertThat(messages(context.getStartupFailure()))
        .anyMatch(message -> message.contains("\"completed.opening\"")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"completed.subject=Auftrag {0", "completed.subject=Auftrag beendet"})
  void broken_words_of_another_language_stop_the_start(String line) throws IOException {
    replaceWords("messages_de.properties", "language=de");
    replaceWords("messages_de.properties", line);
    assertStopped();
  }

  @Test
  void a_time_that_cannot_be_written_stops_the_start() throws IOException {
    replaceWords("messages.properties", "time=nonsense");
    start().run(context -> assertThat(messages(context.getStartupFailure()))
        .anyMatch(message -> message.contains("mail template \"assign\"")));
  }

  @Test
  void recipient_is_written_to_in_their_language() throws IOException {
    replaceWords("messages_de.properties", "language=de");
    replaceWords("messages_de.properties", "time=EEEE, d. MMMM yyyy, HH:mm");
    replaceWords("messages_de.properties", "eta.subject=Auftrag {0}: jemand kommt für {2}");
    start().run(context -> {
      Rendering.Message message = eta(context.getBean(Rendering.class), "de");
      assertThat(message.subject()).isEqualTo("Auftrag R-100001: jemand kommt für Leeds Briggate");
      assertThat(message.text()).contains("Donnerstag, 24. Dezember 2026, 14:45 (Europe/Berlin)");
      assertThat(message.html()).contains("lang=\"de\"");
    });
  }

  @Test
  void a_recipient_of_a_language_without_words_is_written_to_in_english_throughout() {
    start().run(context -> {
      Rendering.Message message = eta(context.getBean(Rendering.class), "fr");
      assertThat(message.text()).contains("ETA: Thursday 24 December 2026, 14:45 (Europe/Berlin)");
      assertThat(message.html()).contains("lang=\"en-GB\"");
    });
  }

  private static Rendering.Message eta(Rendering rendering, String language) {
    return rendering.render(Template.ETA, OrderInMail.sample(), language, ZoneId.of("Europe/Berlin"));
  }

  private void assertStopped() {
    start().run(context -> assertThat(messages(context.getStartupFailure()))
        .anyMatch(message -> message.contains("mail template \"completed\"")));
  }

  private static List<String> messages(Throwable failure) {
    return Stream.iterate(failure, Objects::nonNull, Throwable::getCause)
        .map(cause -> String.valueOf(cause.getMessage())).toList();
  }
}
