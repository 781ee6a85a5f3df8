package org.jobline.notification;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;
import java.util.Map;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.thymeleaf.TemplateEngine;
import org.thymeleaf.context.Context;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.thymeleaf.templatemode.TemplateMode;
import org.thymeleaf.templateresolver.ClassLoaderTemplateResolver;

/** Makes messages of templates, in the language and time zone of the recipient. */
@Component
class Rendering {

  private final TemplateEngine texts = engine(TemplateMode.TEXT);
  private final TemplateEngine pages = engine(TemplateMode.HTML);
  private final String baseUrl;

  Rendering(@Value("${jobline.base-url:http://localhost:8080}") String baseUrl) {
    this.baseUrl = baseUrl;
  }

  /** @param subject one line */
  record Message(String subject, String text, String html) {}

  Message render(Template template, OrderInMail order, String language, ZoneId zone) {
    Locale locale = Locale.forLanguageTag(language);
    Context context = new Context(locale, Map.of(
        "order", order,
        "eta", order.eta().map(time -> shown(time, locale, zone)).orElse(""),
        "link", baseUrl + "/camunda/app/tasklist/default/#/?order=" + order.number()));
    String file = "mail/" + template.file();
    // a line break in a subject would begin another header
    String subject = texts.process(file + ".subject.txt", context).replaceAll("\\s+", " ").strip();
    return new Message(subject, texts.process(file + ".txt", context), pages.process(file + ".html", context));
  }

  private static String shown(Instant time, Locale locale, ZoneId zone) {
    return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.FULL, FormatStyle.SHORT).withLocale(locale)
        .format(time.atZone(zone)) + " (" + zone.getId() + ")";
  }

  private static TemplateEngine engine(TemplateMode mode) {
    ClassLoaderTemplateResolver resolver = new ClassLoaderTemplateResolver();
    resolver.setTemplateMode(mode);
    resolver.setCharacterEncoding(StandardCharsets.UTF_8.name());
    resolver.setCacheable(true);
    TemplateEngine engine = new SpringTemplateEngine();
    engine.setTemplateResolver(resolver);
    return engine;
  }
}
