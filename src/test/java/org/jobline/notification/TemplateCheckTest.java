package org.jobline.notification;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
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

  private void assertStopped() {
    start().run(context -> assertThat(messages(context.getStartupFailure()))
        .anyMatch(message -> message.contains("mail template \"completed\"")));
  }

  private static List<String> messages(Throwable failure) {
    return Stream.iterate(failure, Objects::nonNull, Throwable::getCause)
        .map(cause -> String.valueOf(cause.getMessage())).toList();
  }
}
