package org.jobline.messaging.notification;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
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

  /** Where the page of an order is. */
  private static final String ORDER_PAGE = "/camunda/app/tasklist/default/#/orders/";

  private final String folder;
  private final ApplicationContext files;
  private final String baseUrl;
  private final Words words;
  private final TemplateEngine texts;
  private final TemplateEngine pages;

  Rendering(
      @Value("${jobline.base-url:http://localhost:8080}") String baseUrl, MailProperties properties,
      ApplicationContext files) {
    this.folder = properties.templates().endsWith("/") ? properties.templates() : properties.templates() + "/";
    this.files = files;
    this.baseUrl = baseUrl.replaceFirst("/+$", "");
    this.words = new Words(folder);
    this.texts = engine(TemplateMode.TEXT);
    this.pages = engine(TemplateMode.HTML);
  }

  /** @param subject one line */
  record Message(String subject, String text, String html) {}

  /** Without an agent's own words. */
  Message render(Template template, OrderInMail order, String language, ZoneId zone) {
    return render(template, order, language, zone, "");
  }

  /** @param about what the template says beside the facts of the order */
  Message render(Template template, OrderInMail order, String language, ZoneId zone, String about) {
    Locale locale = words.locale(language);
    Context context = new Context(locale, Map.of(
        "order", order,
        "about", about,
        "schedule", words.schedule(order.schedule(), locale, zone),
        "eta", words.eta(order.eta(), locale, zone),
        "link", template.isForColleagues() ? baseUrl + ORDER_PAGE + order.number() : ""));
    String file = template.file();
    // a line break in a subject would begin another header
    String subject = texts.process(file + ".subject.txt", context).replaceAll("\\s+", " ").strip();
    return new Message(subject, texts.process(file + ".txt", context), pages.process(file + ".html", context));
  }

  /** The languages there are words for: English, and those of the files {@code messages_*.properties}. */
  List<String> languages() throws IOException {
    return Stream.concat(Stream.of("en"), Arrays.stream(files.getResources(folder + "messages_*.properties"))
        .map(file -> file.getFilename().replaceAll("^messages_|\\.properties$", "").replace('_', '-'))).toList();
  }

  private TemplateEngine engine(TemplateMode mode) {
    SpringResourceTemplateResolver resolver = new SpringResourceTemplateResolver();
    resolver.setApplicationContext(files);
    resolver.setPrefix(folder);
    resolver.setTemplateMode(mode);
    resolver.setCharacterEncoding(StandardCharsets.UTF_8.name());
    resolver.setCacheable(true);
    SpringTemplateEngine engine = new SpringTemplateEngine();
    engine.setTemplateResolver(resolver);
    engine.setTemplateEngineMessageSource(words.messages());
    return engine;
  }
}
