package org.jobline.notification;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;
import java.util.Map;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.ApplicationContext;
import org.springframework.stereotype.Component;
import org.thymeleaf.TemplateEngine;
import org.thymeleaf.context.Context;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.thymeleaf.spring6.templateresolver.SpringResourceTemplateResolver;
import org.thymeleaf.templatemode.TemplateMode;

/** Makes messages of templates, in the language and time zone of the recipient. */
@Component
class Rendering {

  private final TemplateEngine texts;
  private final TemplateEngine pages;
  private final String baseUrl;

  Rendering(
      @Value("${jobline.base-url:http://localhost:8080}") String baseUrl, MailProperties properties,
      ApplicationContext context) {
    this.baseUrl = baseUrl;
    this.texts = engine(TemplateMode.TEXT, properties.templates(), context);
    this.pages = engine(TemplateMode.HTML, properties.templates(), context);
  }

  /** @param subject one line */
  record Message(String subject, String text, String html) {}

  Message render(Template template, OrderInMail order, String language, ZoneId zone) {
    Locale locale = Locale.forLanguageTag(language);
    Context context = new Context(locale, Map.of(
        "order", order,
        "eta", order.eta().map(time -> shown(time, locale, zone)).orElse(""),
        "link", baseUrl + "/camunda/app/tasklist/default/#/?order=" + order.number()));
    String file = template.file();
    // a line break in a subject would begin another header
    String subject = texts.process(file + ".subject.txt", context).replaceAll("\\s+", " ").strip();
    return new Message(subject, texts.process(file + ".txt", context), pages.process(file + ".html", context));
  }

  private static String shown(Instant time, Locale locale, ZoneId zone) {
    return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.FULL, FormatStyle.SHORT).withLocale(locale)
        .format(time.atZone(zone)) + " (" + zone.getId() + ")";
  }

  private static TemplateEngine engine(TemplateMode mode, String folder, ApplicationContext context) {
    SpringResourceTemplateResolver resolver = new SpringResourceTemplateResolver();
    resolver.setApplicationContext(context);
    resolver.setPrefix(folder.endsWith("/") ? folder : folder + "/");
    resolver.setTemplateMode(mode);
    resolver.setCharacterEncoding(StandardCharsets.UTF_8.name());
    resolver.setCacheable(true);
    TemplateEngine engine = new SpringTemplateEngine();
    engine.setTemplateResolver(resolver);
    return engine;
  }
}
